using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Pipeline;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Namespaces;

/// <summary>Removes a namespace.</summary>
/// <remarks>The namespace has to be empty, unless -Recurse takes its tables and namespaces along. Data files stay unless -Purge is given too.</remarks>
[Cmdlet(VerbsCommon.Remove, "Namespace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveNamespaceCommand : SessionCommand
{
    /// <summary>The namespace: 'a.b', @('a','b') or an object that has one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Namespace")]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName Name { get; set; } = null!;

    /// <summary>Removes the tables and namespaces in it, too.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>With -Recurse: deletes the files of the tables, too.</summary>
    [Parameter]
    public SwitchParameter Purge { get; set; }

    /// <summary>Asks nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        string action = Recurse ? $"Remove with all tables and namespaces in it{(Purge ? ", and delete their files" : string.Empty)}" : "Remove";
        string? question = Recurse ? $"The namespace {Name} goes with everything in it{(Purge ? "; deleted files cannot be brought back" : string.Empty)}. Go on?" : null;
        if (!Confirmed($"namespace {Name}", action, Force, question))
        {
            return;
        }

        Call(Name, async (connection, streams, stop) =>
        {
            if (Recurse)
            {
                await EmptyAsync(connection.Catalog, Name, streams, stop).ConfigureAwait(false);
            }

            await connection.Catalog.DropNamespaceAsync(Name.ToSdk(), cancellationToken: stop).ConfigureAwait(false);
            connection.Completions.Clear();
        });
    }

    private async Task EmptyAsync(Sdk.ITableCatalog catalog, NamespaceName name, CommandStreams streams, CancellationToken stop)
    {
        // Both lists are read to their ends first: what is removed must not move what is still to be listed.
        List<NamespaceName> children = [];
        await foreach (NamespaceName child in NamespaceWalk.ListAsync(catalog, name, recurse: false, null, stop).ConfigureAwait(false))
        {
            children.Add(child);
        }

        List<Sdk.TableIdentifier> tables = [];
        await foreach (Sdk.TableIdentifier table in catalog.ListTablesAsync(name.ToSdk()).WithCancellation(stop).ConfigureAwait(false))
        {
            tables.Add(table);
        }

        foreach (NamespaceName child in children)
        {
            await EmptyAsync(catalog, child, streams, stop).ConfigureAwait(false);
            streams.Report($"Removing namespace {child}");
            await catalog.DropNamespaceAsync(child.ToSdk(), cancellationToken: stop).ConfigureAwait(false);
            streams.Verbose($"Removed namespace {child}.");
        }

        for (int i = 0; i < tables.Count; i++)
        {
            streams.Report($"Removing table {tables[i]}", 100 * i / tables.Count);
            await catalog.DropTableAsync(tables[i], Purge, cancellationToken: stop).ConfigureAwait(false);
            streams.Verbose($"Removed table {tables[i]}.");
        }
    }
}
