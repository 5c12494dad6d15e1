using Catalog.Sdk.Commits;
using Catalog.Sdk.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Iceberg;

/// <summary>Looks for a commit in metadata that was loaded after it: is what it was to do done?</summary>
internal static class CommitTrace
{
    /// <summary>
    /// A commit is made whole or not at all, so one snapshot of its own proves it. Without any, all that it was to do must
    /// be there, and must not have been before.
    /// </summary>
    public static bool IsVisible(TableMetadata before, CommitPlan plan, TableMetadata now)
    {
        if (plan.Updates.OfType<AddSnapshotUpdate>().Any())
        {
            return plan.Updates.OfType<AddSnapshotUpdate>().All(u => now.FindSnapshot(u.Snapshot.SnapshotId) is not null && before.FindSnapshot(u.Snapshot.SnapshotId) is null);
        }

        return plan.Updates.All(u => IsDone(u, plan, now)) && !plan.Updates.All(u => IsDone(u, plan, before));
    }

    private static bool IsDone(TableUpdate update, CommitPlan plan, TableMetadata metadata) => update switch
    {
        SetPropertiesUpdate u => u.Updates.All(p => metadata.Properties.TryGetValue(p.Key, out string? value) && value == p.Value),
        RemovePropertiesUpdate u => !u.Removals.Any(metadata.Properties.ContainsKey),
        SetSnapshotReferenceUpdate u => metadata.FindReference(u.RefName) is { } reference && reference.SnapshotId == u.SnapshotId && reference.Type == u.Type,
        RemoveSnapshotReferenceUpdate u => metadata.FindReference(u.RefName) is null,
        RemoveSnapshotsUpdate u => u.SnapshotIds.All(id => metadata.FindSnapshot(id) is null),
        AddSchemaUpdate u => metadata.Schemas.Any(s => Same(s, u.Schema)),
        SetCurrentSchemaUpdate { SchemaId: -1 } => plan.Updates.OfType<AddSchemaUpdate>().LastOrDefault() is { } added
            && Same(metadata.CurrentSchema, added.Schema),
        SetCurrentSchemaUpdate u => metadata.CurrentSchemaId == u.SchemaId,
        AddPartitionSpecUpdate u => metadata.PartitionSpecs.Any(s => Same(s, u.Spec)),
        SetDefaultPartitionSpecUpdate { SpecId: -1 } => plan.Updates.OfType<AddPartitionSpecUpdate>().LastOrDefault() is { } added
            && metadata.DefaultSpec is { } current && Same(current, added.Spec),
        SetDefaultPartitionSpecUpdate u => metadata.DefaultSpecId == u.SpecId,
        AddSortOrderUpdate u => metadata.SortOrders.Any(o => Same(o, u.SortOrder)),
        SetDefaultSortOrderUpdate { SortOrderId: -1 } => plan.Updates.OfType<AddSortOrderUpdate>().LastOrDefault() is { } added
            && metadata.DefaultSortOrder is { } current && Same(current, added.SortOrder),
        SetDefaultSortOrderUpdate u => metadata.DefaultSortOrderId == u.SortOrderId,
        SetLocationUpdate u => metadata.Location == u.Location.TrimEnd('/'),
        UpgradeFormatVersionUpdate u => metadata.FormatVersion >= u.FormatVersion,
        AssignUuidUpdate u => string.Equals(metadata.TableUuid, u.Uuid, StringComparison.OrdinalIgnoreCase),
        SetStatisticsUpdate u => metadata.Statistics.Any(s => s.SnapshotId == u.Statistics.SnapshotId && s.StatisticsPath == u.Statistics.StatisticsPath),
        RemoveStatisticsUpdate u => metadata.Statistics.All(s => s.SnapshotId != u.SnapshotId),
        SetPartitionStatisticsUpdate u => metadata.PartitionStatistics.Any(s => s.SnapshotId == u.PartitionStatistics.SnapshotId && s.StatisticsPath == u.PartitionStatistics.StatisticsPath),
        RemovePartitionStatisticsUpdate u => metadata.PartitionStatistics.All(s => s.SnapshotId != u.SnapshotId),
        RemovePartitionSpecsUpdate u => metadata.PartitionSpecs.All(s => !u.SpecIds.Contains(s.SpecId ?? 0)),
        RemoveSchemasUpdate u => metadata.Schemas.All(s => !u.SchemaIds.Contains(s.SchemaId ?? 0)),
        AddEncryptionKeyUpdate u => metadata.EncryptionKeys.Any(k => k.KeyId == u.EncryptionKey.KeyId),
        RemoveEncryptionKeyUpdate u => metadata.EncryptionKeys.All(k => k.KeyId != u.KeyId),

        // What other updates do cannot be seen in the metadata, or not told from what others did.
        _ => false,
    };

    private static bool Same(Schema a, Schema b) =>
        Utf8Json.ToText(a with { SchemaId = null }, CatalogJson.Default.Schema) == Utf8Json.ToText(b with { SchemaId = null }, CatalogJson.Default.Schema);

    private static bool Same(PartitionSpec a, PartitionSpec b) =>
        a.Fields.Select(f => (f.SourceId, f.Transform, f.Name)).SequenceEqual(b.Fields.Select(f => (f.SourceId, f.Transform, f.Name)));

    private static bool Same(SortOrder a, SortOrder b) =>
        a.Fields.Select(f => (f.SourceId, f.Transform, f.Direction, f.NullOrder)).SequenceEqual(b.Fields.Select(f => (f.SourceId, f.Transform, f.Direction, f.NullOrder)));
}
