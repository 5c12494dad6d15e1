using System.Management.Automation;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Sessions;

/// <summary>Shows the session that cmdlets use when none is named.</summary>
/// <remarks>Sessions belong to the runspace that made them. The newest one that is open is the default.</remarks>
[Cmdlet(VerbsCommon.Get, "CatalogSession")]
[OutputType(typeof(CatalogSession))]
public sealed class GetCatalogSessionCommand : CatalogCommand
{
    /// <summary>Shows every open session of this runspace, the default first.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        RunspaceSessions sessions = RunspaceSessions.Current;
        if (All)
        {
            WriteObject(sessions.Open, enumerateCollection: true);
        }
        else if (sessions.Default is { } session)
        {
            WriteObject(session);
        }
    }
}
