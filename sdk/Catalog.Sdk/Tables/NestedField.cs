using System.Text.Json;

namespace Catalog.Sdk.Tables;

/// <summary>A column of a schema, or a field of a struct within one.</summary>
public sealed record NestedField : IcebergObject
{
    /// <summary>The field id, unique within the schema. It stays the same over renames.</summary>
    public required long Id { get; init; }

    /// <summary>The name of the field.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the field never holds null.</summary>
    public required bool Required { get; init; }

    /// <summary>The type of the field.</summary>
    public required IcebergType Type { get; init; }

    /// <summary>A comment.</summary>
    public string? Doc { get; init; }

    /// <summary>The value that rows written before the field existed read as (format version 3).</summary>
    public JsonElement? InitialDefault { get; init; }

    /// <summary>The value that writers use when none is given (format version 3).</summary>
    public JsonElement? WriteDefault { get; init; }
}
