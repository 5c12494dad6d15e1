using System.Management.Automation;

namespace Catalog.PowerShell.References;

/// <summary>Makes a tag of a table: a name for a snapshot that stays where it is.</summary>
[Cmdlet(VerbsCommon.New, "TableTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TableReference))]
public sealed class NewTableTagCommand : NewReferenceCommand
{
    /// <summary>The name of the tag.</summary>
    [Parameter(Mandatory = true)]
    [Alias("Reference", "TagName")]
    [ValidateNotNullOrEmpty]
    public string Tag { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord() => Make(Tag, "tag", null, null);
}
