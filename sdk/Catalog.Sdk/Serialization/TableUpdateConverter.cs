using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Catalog.Sdk.Commits;

namespace Catalog.Sdk.Serialization;

/// <summary>The <c>action</c> says what an update is; one that was read is written as it was.</summary>
internal sealed class TableUpdateConverter : JsonConverter<TableUpdate>
{
    public override TableUpdate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement json = JsonElement.ParseValue(ref reader);
        var custom = new CustomUpdate(json);
        if (KnownType(custom.Action) is not { } type)
        {
            return custom;
        }

        var update = (TableUpdate)json.Deserialize(type)!;
        update.Source = json;
        return update;
    }

    public override void Write(Utf8JsonWriter writer, TableUpdate value, JsonSerializerOptions options)
    {
        if (value.Source is { } source)
        {
            source.WriteTo(writer);
        }
        else if (value is CustomUpdate custom)
        {
            custom.Json.WriteTo(writer);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, KnownType(value.Action)!);
        }
    }

    private static JsonTypeInfo? KnownType(string action) => action switch
    {
        "assign-uuid" => CatalogJson.Default.AssignUuidUpdate,
        "upgrade-format-version" => CatalogJson.Default.UpgradeFormatVersionUpdate,
        "add-schema" => CatalogJson.Default.AddSchemaUpdate,
        "set-current-schema" => CatalogJson.Default.SetCurrentSchemaUpdate,
        "add-spec" => CatalogJson.Default.AddPartitionSpecUpdate,
        "set-default-spec" => CatalogJson.Default.SetDefaultPartitionSpecUpdate,
        "add-sort-order" => CatalogJson.Default.AddSortOrderUpdate,
        "set-default-sort-order" => CatalogJson.Default.SetDefaultSortOrderUpdate,
        "add-snapshot" => CatalogJson.Default.AddSnapshotUpdate,
        "set-snapshot-ref" => CatalogJson.Default.SetSnapshotReferenceUpdate,
        "remove-snapshot-ref" => CatalogJson.Default.RemoveSnapshotReferenceUpdate,
        "remove-snapshots" => CatalogJson.Default.RemoveSnapshotsUpdate,
        "set-location" => CatalogJson.Default.SetLocationUpdate,
        "set-properties" => CatalogJson.Default.SetPropertiesUpdate,
        "remove-properties" => CatalogJson.Default.RemovePropertiesUpdate,
        "set-statistics" => CatalogJson.Default.SetStatisticsUpdate,
        "remove-statistics" => CatalogJson.Default.RemoveStatisticsUpdate,
        "set-partition-statistics" => CatalogJson.Default.SetPartitionStatisticsUpdate,
        "remove-partition-statistics" => CatalogJson.Default.RemovePartitionStatisticsUpdate,
        "remove-partition-specs" => CatalogJson.Default.RemovePartitionSpecsUpdate,
        "remove-schemas" => CatalogJson.Default.RemoveSchemasUpdate,
        "add-encryption-key" => CatalogJson.Default.AddEncryptionKeyUpdate,
        "remove-encryption-key" => CatalogJson.Default.RemoveEncryptionKeyUpdate,
        "append" => CatalogJson.Default.AppendManifestListUpdate,
        _ => null,
    };
}
