using System.Management.Automation;

namespace Catalog.PowerShell.Pipeline;

/// <summary>Where work off the pipeline thread leaves its records.</summary>
internal sealed class CommandStreams(CommandPump pump)
{
    /// <summary>Writes an object, and waits while too many are unread.</summary>
    public Task WriteAsync(object output, CancellationToken cancellationToken) => pump.WriteAsync(output, cancellationToken);

    public void Warn(string message) => pump.Post(cmdlet => cmdlet.WriteWarning(message));

    public void Verbose(string message) => pump.Post(cmdlet => cmdlet.WriteVerbose(message));

    public void Debug(string message) => pump.Post(cmdlet => cmdlet.WriteDebug(message));

    public void Fail(ErrorRecord error) => pump.Post(cmdlet => cmdlet.WriteError(error));

    /// <summary>Says what is going on; it is shown only when the work takes long.</summary>
    public void Report(string status, int percent = -1) => pump.Report(status, percent);
}
