using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Namespaces;
using Catalog.PowerShell.Pipeline;
using Catalog.PowerShell.Sessions;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Tables;

/// <summary>Reads a table, or lists tables.</summary>
/// <remarks>
/// An exact name reads one table with its schema, properties, snapshots and refs. Without a name, or with wildcards, names are listed.
/// Without a namespace, the tables of all namespaces are listed.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "Table")]
[OutputType(typeof(TableInfo), typeof(TableSummary))]
public sealed class GetTableCommand : SessionCommand
{
    /// <summary>The namespace: 'a.b', @('a','b') or an object that has one. Wildcards look into several.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName? Namespace { get; set; }

    /// <summary>The name of the table. Wildcards list.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Table")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? Name { get; set; }

    /// <summary>Which snapshots to read: All, or only those that Refs point at.</summary>
    [Parameter]
    [ValidateSet("All", "Refs")]
    public string Snapshots { get; set; } = "All";

    /// <summary>How many names one request asks for. All of them are listed in any case.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? PageSize { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Namespace is { } ns && !NamespaceWalk.IsPattern(ns) && Name is { } name && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            NamespaceName exact = NamespaceWalk.Literal(ns);
            Call($"{exact}.{name}", (connection, streams, stop) => LoadAsync(connection, exact, WildcardPattern.Unescape(name), streams, stop));
        }
        else
        {
            Call(Namespace, ListAsync);
        }
    }

    private async Task LoadAsync(CatalogConnection connection, NamespaceName ns, string name, CommandStreams streams, CancellationToken stop)
    {
        LoadTableOptions load = new() { Snapshots = Snapshots == "Refs" ? SnapshotMode.Refs : SnapshotMode.All };
        Table table = await connection.Catalog.LoadTableAsync(NamespaceNames.Table(ns, name), load, cancellationToken: stop).ConfigureAwait(false);
        await streams.WriteAsync(TableReader.Read(table), stop).ConfigureAwait(false);
    }

    private async Task ListAsync(CatalogConnection connection, CommandStreams streams, CancellationToken stop)
    {
        WildcardPattern wanted = WildcardPattern.Get(Name ?? "*", WildcardOptions.None);
        int seen = 0;
        await foreach (NamespaceName ns in NamespacesAsync(connection.Catalog, stop).ConfigureAwait(false))
        {
            await foreach (Sdk.TableIdentifier table in connection.Catalog.ListTablesAsync(ns.ToSdk(), PageSize).WithCancellation(stop).ConfigureAwait(false))
            {
                streams.Report($"{++seen} tables");
                if (wanted.IsMatch(table.Name))
                {
                    await streams.WriteAsync(new TableSummary(ns, table.Name), stop).ConfigureAwait(false);
                }
            }
        }
    }

    private async IAsyncEnumerable<NamespaceName> NamespacesAsync(Sdk.ITableCatalog catalog, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        if (Namespace is { } one && !NamespaceWalk.IsPattern(one))
        {
            yield return NamespaceWalk.Literal(one);
            yield break;
        }

        IAsyncEnumerable<NamespaceName> found = Namespace is { } pattern
            ? NamespaceWalk.MatchAsync(catalog, pattern, PageSize, stop)
            : NamespaceWalk.ListAsync(catalog, null, recurse: true, PageSize, stop);
        await foreach (NamespaceName ns in found.ConfigureAwait(false))
        {
            yield return ns;
        }
    }
}
