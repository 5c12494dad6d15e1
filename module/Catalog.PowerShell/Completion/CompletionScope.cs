using System.Collections;
using System.Management.Automation;
using Catalog.PowerShell.Namespaces;
using Catalog.PowerShell.Sessions;
using Catalog.PowerShell.Tables;

namespace Catalog.PowerShell.Completion;

/// <summary>What is already on the line: the session, the namespace, the table.</summary>
internal sealed class CompletionScope(IDictionary bound)
{
    public CatalogConnection? Connection { get; } = (Find(bound, "Session") is CatalogSession named ? named : RunspaceSessions.Current.Default)?.Connection as CatalogConnection;

    public NamespaceName? Namespace { get; } = Find(bound, "Namespace") is { } value && LanguagePrimitives.TryConvertTo(value, out NamespaceName name) ? name : null;

    public string? Table { get; } = (Find(bound, "Table") ?? Find(bound, "Name"))?.ToString();

    public object? Value(string parameter) => Find(bound, parameter);

    public IReadOnlyList<Candidate> Namespaces(NamespaceName? parent) => Connection!.Completions.Find(
        $"namespaces {parent}",
        async stop =>
        {
            List<Candidate> found = [];
            await foreach (NamespaceName child in NamespaceWalk.ListAsync(Connection.Catalog, parent, recurse: false, null, stop).ConfigureAwait(false))
            {
                found.Add(new Candidate(child.ToString(), $"namespace {child}"));
            }

            return found;
        });

    public IReadOnlyList<Candidate> Tables(NamespaceName ns) => Connection!.Completions.Find(
        $"tables {ns}",
        async stop =>
        {
            List<Candidate> found = [];
            await foreach (Sdk.TableIdentifier table in Connection.Catalog.ListTablesAsync(ns.ToSdk()).WithCancellation(stop).ConfigureAwait(false))
            {
                found.Add(new Candidate(table.Name, $"table {ns}.{table.Name}"));
            }

            return found;
        });

    /// <summary>Reads something of the table that is named on the line.</summary>
    public IReadOnlyList<Candidate> OfTable(string kind, Func<TableInfo, IEnumerable<Candidate>> select)
    {
        if (Namespace is not { } ns || Table is not { Length: > 0 } table)
        {
            return [];
        }

        return Connection!.Completions.Find(
            $"{kind} {ns} {table}",
            async stop => [.. select(TableReader.Read(await Connection.Catalog.LoadTableAsync(NamespaceNames.Table(ns, table), cancellationToken: stop).ConfigureAwait(false)))]);
    }

    private static object? Find(IDictionary bound, string parameter)
        => bound.Contains(parameter) ? bound[parameter] is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : bound[parameter] : null;
}
