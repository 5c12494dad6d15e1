using System.Text.Json;
using Catalog.Sdk.Serialization;

namespace Catalog.Sdk.Tables;

/// <summary>The columns of a table.</summary>
public sealed record Schema : IcebergObject
{
    /// <summary>The JSON type of a schema: always <c>struct</c>.</summary>
    public string Type { get; } = "struct";

    /// <summary>The id of the schema within the table; the server assigns it when it is absent.</summary>
    public long? SchemaId { get; init; }

    /// <summary>The ids of the columns that identify a row; null when none do.</summary>
    public IReadOnlyList<long>? IdentifierFieldIds { get; init; }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<NestedField> Fields { get; init => field = value ?? []; } = [];

    /// <summary>Reads a schema from the JSON form of the Iceberg spec.</summary>
    /// <param name="json">The JSON of the schema.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="JsonException">The JSON is not a schema.</exception>
    public static Schema Parse(string json) =>
        JsonSerializer.Deserialize(json, CatalogJson.Default.Schema) ?? throw new JsonException("The schema is null.");

    /// <summary>The JSON form of the Iceberg spec.</summary>
    /// <returns>The JSON of the schema.</returns>
    public string ToJson() => Utf8Json.ToText(this, CatalogJson.Default.Schema);
}
