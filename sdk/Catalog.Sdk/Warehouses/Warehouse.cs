using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Warehouses;

/// <summary>A warehouse of AIStor Tables.</summary>
public sealed record Warehouse : IcebergObject
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The bucket that holds the tables; absent in the answer to a creation.</summary>
    public string? Bucket { get; init; }

    /// <summary>The uuid, as it is written in the answer.</summary>
    public string? Uuid { get; init; }

    /// <summary>When the warehouse was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The properties, values as they were written.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init => field = value ?? EmptyStrings; } = EmptyStrings;
}
