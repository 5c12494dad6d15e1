using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Catalog.Sdk.Commits;

namespace Catalog.Sdk.Serialization;

/// <summary>The <c>type</c> says what a requirement is; one that was read is written as it was.</summary>
internal sealed class TableRequirementConverter : JsonConverter<TableRequirement>
{
    public override TableRequirement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement json = JsonElement.ParseValue(ref reader);
        var custom = new CustomRequirement(json);
        if (KnownType(custom.Type) is not { } type)
        {
            return custom;
        }

        var requirement = (TableRequirement)json.Deserialize(type)!;
        requirement.Source = json;
        return requirement;
    }

    public override void Write(Utf8JsonWriter writer, TableRequirement value, JsonSerializerOptions options)
    {
        if (value.Source is { } source)
        {
            source.WriteTo(writer);
        }
        else if (value is CustomRequirement custom)
        {
            custom.Json.WriteTo(writer);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, KnownType(value.Type)!);
        }
    }

    private static JsonTypeInfo? KnownType(string type) => type switch
    {
        "assert-create" => CatalogJson.Default.AssertCreate,
        "assert-table-uuid" => CatalogJson.Default.AssertTableUuid,
        "assert-ref-snapshot-id" => CatalogJson.Default.AssertRefSnapshotId,
        "assert-last-assigned-field-id" => CatalogJson.Default.AssertLastAssignedFieldId,
        "assert-current-schema-id" => CatalogJson.Default.AssertCurrentSchemaId,
        "assert-last-assigned-partition-id" => CatalogJson.Default.AssertLastAssignedPartitionId,
        "assert-default-spec-id" => CatalogJson.Default.AssertDefaultSpecId,
        "assert-default-sort-order-id" => CatalogJson.Default.AssertDefaultSortOrderId,
        _ => null,
    };
}
