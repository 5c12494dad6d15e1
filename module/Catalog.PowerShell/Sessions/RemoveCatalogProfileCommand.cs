using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Sessions;

/// <summary>Removes a saved connection.</summary>
[Cmdlet(VerbsCommon.Remove, "CatalogProfile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(void))]
public sealed class RemoveCatalogProfileCommand : CatalogCommand
{
    /// <summary>The name of the saved connection.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Profile { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"profile {Profile}", "Remove"))
        {
            return;
        }

        Run(Profile, (_, _) => ProfileStore.Remove(Profile)
            ? Task.CompletedTask
            : throw new Errors.CommandException("NoSuchProfile", ErrorCategory.ObjectNotFound, $"There is no profile '{Profile}'.", "Get-CatalogProfile lists them."));
    }
}
