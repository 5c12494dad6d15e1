using System.ComponentModel;
using System.Management.Automation;
using Catalog.PowerShell.Errors;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Sessions;

/// <summary>A cmdlet that speaks to a catalog.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SessionCommand : CatalogCommand
{
    private CatalogConnection? _connection;

    /// <summary>The session to use; without it, the runspace's default, the environment or the profile named 'default'.</summary>
    [Parameter]
    [ValidateNotNull]
    public CatalogSession? Session { get; set; }

    private protected CatalogConnection Connection => _connection ??= Resolve();

    /// <summary>Makes a call to the session's catalog; a failure becomes an error record, and the pipeline goes on.</summary>
    private protected bool Call(object? target, Func<CatalogConnection, CommandStreams, CancellationToken, Task> work, bool commit = false)
    {
        CatalogConnection connection = Connection;
        return Run(target, (streams, stop) => work(connection, streams, stop), commit);
    }

    /// <summary>Asks whether to change something: <c>-WhatIf</c> wins over <c>-Force</c>, which wins over questions.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">What is done to it.</param>
    /// <param name="force">Whether the user has answered beforehand.</param>
    /// <param name="question">A further question for what cannot be undone.</param>
    private protected bool Confirmed(string target, string action, bool force, string? question = null)
    {
        bool asked = MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm);
        bool wants = asked && LanguagePrimitives.IsTrue(confirm);
        if (force && !wants && !IsWhatIf)
        {
            return true;
        }

        return ShouldProcess(target, action)
            && (question is null || force || (asked && !wants) || ShouldContinue(question, CommandName));
    }

    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? bound)
        ? LanguagePrimitives.IsTrue(bound)
        : LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    private CatalogConnection Resolve()
    {
        if (Session is { } named)
        {
            return named.Connection as CatalogConnection ?? throw Refuse("The session is closed.");
        }

        if (RunspaceSessions.Current.Default?.Connection is CatalogConnection connection)
        {
            return connection;
        }

        try
        {
            if ((ConnectionSettings.FromEnvironment() ?? SavedDefault()) is { } settings)
            {
                CatalogSession session = SessionFactory.Open(settings);
                RunspaceSessions.Current.Use(session);
                WriteVerbose($"Connected to {session} by {settings.Origin}.");
                return (CatalogConnection)session.Connection!;
            }
        }
        catch (CommandException error)
        {
            ThrowTerminatingError(ErrorTranslation.ToRecord(error, null, commit: false));
        }

        throw Refuse("There is no session.");
    }

    private ConnectionSettings? SavedDefault()
        => ProfileStore.Find("default") is { } profile ? ProfileConnection.ToSettings(profile, this) : null;

    private PipelineStoppedException Refuse(string message)
    {
        ThrowTerminatingError(ErrorTranslation.ToRecord(
            new CommandException("NoSession", ErrorCategory.ConnectionError, $"{message} Connect first, with Connect-Catalog.", "Run Connect-Catalog, or pass a session with -Session."),
            null,
            commit: false));
        return new PipelineStoppedException();
    }
}
