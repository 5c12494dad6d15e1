using System.Text.Json;
using Catalog.Core;
using Catalog.Iceberg;

namespace Catalog.Server.Tables;

/// <summary>Reads the body of a transaction.</summary>
internal static class TableChanges
{
    private const string Name = "table-changes";

    public static List<CommitTableRequest> Of(JsonElement body)
    {
        if (!body.TryGetProperty(Name, out JsonElement changes) || changes.ValueKind == JsonValueKind.Null)
        {
            throw new InvalidRequestException($"{Name} is missing", Name);
        }

        if (changes.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidRequestException($"{Name} must be an array", Name);
        }

        List<CommitTableRequest> read = [];
        foreach (JsonElement change in changes.EnumerateArray())
        {
            read.Add(change.ValueKind == JsonValueKind.Object
                ? CommitBody.Parse(change)
                : throw new InvalidRequestException($"{Name} must hold objects", Name));
        }

        return read;
    }

    /// <summary>Whether a body's identifier names this table.</summary>
    public static bool Is(this TableName name, TableIdentifier identifier) =>
        name.Name == identifier.Name && name.Namespace.Levels.AsSpan().SequenceEqual(identifier.Namespace.ToArray());
}
