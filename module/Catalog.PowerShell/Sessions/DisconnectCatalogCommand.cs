using System.Management.Automation;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Sessions;

/// <summary>Ends a session.</summary>
/// <remarks>The session made before it becomes the default again.</remarks>
[Cmdlet(VerbsCommunications.Disconnect, "Catalog")]
[OutputType(typeof(void))]
public sealed class DisconnectCatalogCommand : CatalogCommand
{
    /// <summary>The session to end; without it, the default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public CatalogSession? Session { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if ((Session ?? RunspaceSessions.Current.Default) is { } session)
        {
            session.Close();
            WriteVerbose($"Disconnected from {session}.");
        }
        else
        {
            WriteWarning("There is no session to end.");
        }
    }
}
