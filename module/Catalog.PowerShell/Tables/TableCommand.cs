using System.ComponentModel;
using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Namespaces;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Tables;

/// <summary>A cmdlet about one table that exists.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TableCommand : SessionCommand
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

    /// <summary>Gets the table's full name, for messages and error records.</summary>
    private protected string FullName => $"{Namespace}.{Name}";

    private protected Sdk.TableIdentifier Identifier => NamespaceNames.Table(Namespace, Name);
}
