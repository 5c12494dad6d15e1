using System.Text.Json;
using Catalog.Iceberg.Encryption;
using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Requests;
using Catalog.Iceberg.Schemas;
using Catalog.Iceberg.Snapshots;
using Catalog.Iceberg.Sorting;
using Catalog.Iceberg.Statistics;
using Catalog.Iceberg.Updates;

namespace Catalog.Iceberg;

/// <summary>Reads updates by their action.</summary>
internal static class TableUpdateReader
{
    public static TableUpdate Read(JsonElement json)
    {
        json.RequireObject("update");
        string action = json.RequiredText("action");
        return action.ToLowerInvariant() switch
        {
            "assign-uuid" => new AssignUuidUpdate(json.RequiredText("uuid")),
            "upgrade-format-version" => new UpgradeFormatVersionUpdate(json.RequiredInt32("format-version")),
            "add-schema" => new AddSchemaUpdate(SchemaReader.Parse(Raw(json, "schema"))),
            "set-current-schema" => new SetCurrentSchemaUpdate(json.RequiredInt32("schema-id")),
            "add-spec" => new AddPartitionSpecUpdate(PartitionSpecReader.Parse(Raw(json, "spec"))),
            "set-default-spec" => new SetDefaultSpecUpdate(json.RequiredInt32("spec-id")),
            "add-sort-order" => new AddSortOrderUpdate(SortOrderReader.Parse(Raw(json, "sort-order"))),
            "set-default-sort-order" => new SetDefaultSortOrderUpdate(json.RequiredInt32("sort-order-id")),
            "add-snapshot" => new AddSnapshotUpdate(SnapshotReader.Parse(Raw(json, "snapshot"))),
            "set-snapshot-ref" => new SetSnapshotRefUpdate(json.RequiredText("ref-name"), Reference(json)),
            "remove-snapshot-ref" => new RemoveSnapshotRefUpdate(json.RequiredText("ref-name")),
            "remove-snapshots" => new RemoveSnapshotsUpdate(json.RequiredInt64s("snapshot-ids")),
            "set-location" => new SetLocationUpdate(json.RequiredText("location")),
            "set-properties" => new SetPropertiesUpdate((json.Optional("updates") ?? json.Optional("updated") ?? throw JsonReading.Missing("updates")).TextMap("updates")),
            "remove-properties" => new RemovePropertiesUpdate(json.RequiredTexts(json.Optional("removals") is null && json.Optional("removed") is not null ? "removed" : "removals")),
            "set-statistics" => new SetStatisticsUpdate(StatisticsReader.Parse(Raw(json, "statistics"))),
            "remove-statistics" => new RemoveStatisticsUpdate(json.RequiredInt64("snapshot-id")),
            "set-partition-statistics" => new SetPartitionStatisticsUpdate(StatisticsReader.ParsePartition(Raw(json, "partition-statistics"))),
            "remove-partition-statistics" => new RemovePartitionStatisticsUpdate(json.RequiredInt64("snapshot-id")),
            "remove-partition-specs" => new RemovePartitionSpecsUpdate(json.RequiredInt32s("spec-ids")),
            "remove-schemas" => new RemoveSchemasUpdate(json.RequiredInt32s("schema-ids")),
            "add-encryption-key" => new AddEncryptionKeyUpdate(EncryptedKey.Parse(Raw(json, "encryption-key"))),
            "remove-encryption-key" => new RemoveEncryptionKeyUpdate(json.RequiredText("key-id")),
            "append" => new AppendUpdate(json.RequiredText("manifest-list")),
            _ => throw new MetadataValidationException($"Unknown update action: {action}", "action"),
        };
    }

    private static ReadOnlyMemory<byte> Raw(JsonElement json, string field) => RawJson.Of(json.Required(field));

    /// <summary>The reference is the update without the members that say what to do with it.</summary>
    private static SnapshotRef Reference(JsonElement json) => SnapshotRefReader.Parse(JsonObjectEditor.Set(
        RawJson.Of(json),
        ("action", ReadOnlyMemory<byte>.Empty),
        ("ref-name", ReadOnlyMemory<byte>.Empty)));
}
