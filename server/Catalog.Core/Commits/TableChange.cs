using Catalog.Iceberg;

namespace Catalog.Core;

/// <summary>The tables that the changes of a transaction are about.</summary>
internal static class TableChange
{
    /// <summary>The name of each change's table.</summary>
    public static IReadOnlyList<TableName> NamesOf(IReadOnlyList<CommitTableRequest> changes)
    {
        if (changes.Count == 0)
        {
            throw new InvalidRequestException("A transaction needs at least one table change", "table-changes");
        }

        var names = new List<TableName>(changes.Count);
        var seen = new HashSet<TableName>();
        foreach (CommitTableRequest change in changes)
        {
            TableIdentifier identifier = change.Identifier
                ?? throw new InvalidRequestException("Each table change of a transaction names its table", "identifier");
            var name = new TableName(NamespaceName.Of(identifier.Namespace), identifier.Name);
            if (!seen.Add(name))
            {
                throw new InvalidRequestException($"The transaction changes a table twice: {name}", "table-changes");
            }

            names.Add(name);
        }

        return names;
    }
}
