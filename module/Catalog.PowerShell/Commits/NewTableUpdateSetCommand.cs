using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Namespaces;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Commits;

/// <summary>Makes the part of a transaction that is about one table, for Submit-TableTransaction.</summary>
/// <remarks>Nothing is sent anywhere.</remarks>
[Cmdlet(VerbsCommon.New, "TableUpdateSet")]
[OutputType(typeof(TableChange))]
public sealed class NewTableUpdateSetCommand : CatalogCommand
{
    /// <summary>The namespace of the table: 'a.b', @('a','b') or an object that has one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName Namespace { get; set; } = null!;

    /// <summary>The name of the table.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Table")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>What is changed, in order.</summary>
    [Parameter(Mandatory = true)]
    [TableUpdateTransformation]
    public TableUpdate[] Update { get; set; } = [];

    /// <summary>What must still hold.</summary>
    [Parameter]
    [TableRequirementTransformation]
    public TableRequirement[]? Requirement { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord() => WriteObject(new TableChange(Namespace, Name, Requirement ?? [], Update));
}
