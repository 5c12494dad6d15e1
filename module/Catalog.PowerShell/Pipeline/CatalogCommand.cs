using System.ComponentModel;
using System.Management.Automation;
using Catalog.PowerShell.Errors;

namespace Catalog.PowerShell.Pipeline;

/// <summary>What every cmdlet of the module is: its work runs off the pipeline thread, Ctrl-C stops the request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CatalogCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Gets the name that the user typed, for messages.</summary>
    private protected string CommandName => MyInvocation.MyCommand?.Name ?? GetType().Name;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // PowerShell may stop a command that has just ended.
        }
    }

    /// <summary>Lets go of the stop signal.</summary>
    /// <param name="disposing">Whether managed parts are let go of too.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }

    /// <summary>Runs work off the pipeline thread and hands its records to the pipeline; a failure becomes an error record.</summary>
    /// <param name="target">What the work is about, for the error record.</param>
    /// <param name="work">The work.</param>
    /// <param name="commit">Whether an answer that is lost leaves the outcome unknown.</param>
    /// <returns>Whether the work succeeded.</returns>
    private protected bool Run(object? target, Func<CommandStreams, CancellationToken, Task> work, bool commit = false)
    {
        if (Execute(work) is not { } error)
        {
            return true;
        }

        WriteError(ErrorTranslation.ToRecord(error, target, commit));
        return false;
    }

    /// <summary>Runs work of which a failure ends the command.</summary>
    /// <param name="target">What the work is about, for the error record.</param>
    /// <param name="work">The work.</param>
    /// <param name="undo">What is done before the command ends so.</param>
    private protected void RunOrThrow(object? target, Func<CommandStreams, CancellationToken, Task> work, Action undo)
    {
        if (Execute(work) is { } error)
        {
            undo();
            ThrowTerminatingError(ErrorTranslation.ToRecord(error, target, commit: false));
        }
    }

    private Exception? Execute(Func<CommandStreams, CancellationToken, Task> work)
    {
        using CommandPump pump = new(this, CommandName);
        Exception? error = pump.Run(work, _stop.Token);
        return error is OperationCanceledException && _stop.IsCancellationRequested ? throw new PipelineStoppedException() : error;
    }
}
