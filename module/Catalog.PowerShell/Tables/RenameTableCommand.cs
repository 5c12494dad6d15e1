using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Namespaces;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Tables;

/// <summary>Renames a table, also into another namespace.</summary>
/// <remarks>The table keeps its id and its files where they are.</remarks>
[Cmdlet(VerbsCommon.Rename, "Table", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TableInfo))]
public sealed class RenameTableCommand : TableCommand
{
    /// <summary>The new name.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string NewName { get; set; } = string.Empty;

    /// <summary>The namespace to move to; without it, the table stays in its own.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName? NewNamespace { get; set; }

    /// <summary>Returns the table under its new name.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        NamespaceName target = NewNamespace ?? Namespace;
        if (!ShouldProcess($"table {FullName}", $"Rename to {target}.{NewName}"))
        {
            return;
        }

        Call(FullName, async (connection, streams, stop) =>
        {
            Sdk.TableIdentifier destination = NamespaceNames.Table(target, NewName);
            await connection.Catalog.RenameTableAsync(Identifier, destination, cancellationToken: stop).ConfigureAwait(false);
            connection.Completions.Clear();
            if (PassThru)
            {
                Table table = await connection.Catalog.LoadTableAsync(destination, cancellationToken: stop).ConfigureAwait(false);
                await streams.WriteAsync(TableReader.Read(table), stop).ConfigureAwait(false);
            }
        });
    }
}
