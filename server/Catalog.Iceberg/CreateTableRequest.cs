using System.Text.Json;
using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Requests;
using Catalog.Iceberg.Schemas;
using Catalog.Iceberg.Sorting;

namespace Catalog.Iceberg;

/// <summary>A request to make a table.</summary>
public sealed record CreateTableRequest
{
    /// <summary>The name of the table in its namespace.</summary>
    public required string Name { get; init; }

    /// <summary>The location that the client asks for, if any.</summary>
    public string? Location { get; init; }

    /// <summary>The schema, with the client's ids.</summary>
    public required Schema Schema { get; init; }

    /// <summary>The partition spec by the client's ids; null for none.</summary>
    public PartitionSpec? PartitionSpec { get; init; }

    /// <summary>The sort order by the client's ids; null for none.</summary>
    public SortOrder? WriteOrder { get; init; }

    /// <summary>Says whether the table is only prepared, to be made by a later commit.</summary>
    public bool StageCreate { get; init; }

    /// <summary>The properties, reserved ones included.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads a request.</summary>
    /// <param name="json">The JSON object.</param>
    /// <param name="bareArraysAllowed">Whether <c>partition-spec</c> may be the array of its fields.</param>
    /// <exception cref="MetadataValidationException">It is malformed.</exception>
    public static CreateTableRequest Parse(JsonElement json, bool bareArraysAllowed) =>
        MalformedJson.Refuse(json, value => Read(value, bareArraysAllowed));

    private static CreateTableRequest Read(JsonElement json, bool bareArraysAllowed)
    {
        json.RequireObject("request");
        string name = json.RequiredText("name");
        if (name.Length == 0)
        {
            throw new MetadataValidationException("name must not be empty", "name");
        }

        return new CreateTableRequest
        {
            Name = name,
            Location = json.OptionalText("location"),
            Schema = SchemaReader.Parse(RawJson.Of(json.Required("schema"))),
            PartitionSpec = json.Optional("partition-spec") is { } spec ? Spec(spec, bareArraysAllowed) : null,
            WriteOrder = json.Optional("write-order") is { } order ? SortOrderReader.Parse(RawJson.Of(order)) : null,
            StageCreate = json.OptionalBoolean("stage-create"),
            Properties = json.Optional("properties") is { } properties ? properties.TextMap("properties") : new Dictionary<string, string>(),
        };
    }

    private static PartitionSpec Spec(JsonElement json, bool bareArraysAllowed) =>
        bareArraysAllowed && json.ValueKind == JsonValueKind.Array
            ? PartitionSpecReader.OfFields(RawJson.Of(json), 0)
            : PartitionSpecReader.Parse(RawJson.Of(json));
}
