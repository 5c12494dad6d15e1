using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Schemas;
using Catalog.Iceberg.Sorting;

namespace Catalog.Iceberg;

/// <summary>Makes the first version of a table's metadata.</summary>
public static class TableCreation
{
    private static readonly string[] CommitProperties =
        ["commit.retry.num-retries", "commit.retry.min-wait-ms", "commit.retry.max-wait-ms", "commit.retry.total-timeout-ms"];

    /// <summary>
    /// Makes the metadata: columns and partition fields are numbered afresh, and whatever refers to a column by the
    /// client's id is moved to the new one.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="uuid">The identity of the table.</param>
    /// <param name="location">Its base location.</param>
    /// <param name="nowMs">The time, in milliseconds since 1970.</param>
    /// <exception cref="MetadataValidationException">The request breaks a rule of the format.</exception>
    public static TableMetadata Create(CreateTableRequest request, Guid uuid, string location, long nowMs)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(location);
        CheckCommitProperties(request.Properties);
        Schema schema = SchemaEditor.WithFreshIds(request.Schema, 0, out IReadOnlyDictionary<int, int> newIds);
        var builder = TableMetadataBuilder.ForCreate(FormatVersion(request.Properties));
        builder.AssignUuid(uuid.ToString());
        builder.SetLocation(location);
        builder.AddSchema(schema);
        builder.SetCurrentSchema(schema.SchemaId);
        if (request.PartitionSpec is { } spec)
        {
            builder.AddSpec(FreshSpec(spec, newIds));
            builder.SetDefaultSpec(0);
        }

        if (request.WriteOrder is { Fields.Count: > 0 } order)
        {
            builder.AddSortOrder(FreshOrder(order, newIds));
            builder.SetDefaultSortOrder(1);
        }

        builder.SetProperties(request.Properties);
        return builder.Build(nowMs);
    }

    private static int FormatVersion(IReadOnlyDictionary<string, string> properties)
    {
        if (!properties.TryGetValue(ReservedProperties.FormatVersion, out string? text))
        {
            return TableMetadata.DefaultFormatVersion;
        }

        return int.TryParse(text, out int version)
            ? version
            : throw new MetadataValidationException($"Invalid format-version: {text}", ReservedProperties.FormatVersion);
    }

    private static PartitionSpec FreshSpec(PartitionSpec spec, IReadOnlyDictionary<int, int> newIds) => PartitionSpecEditor.With(
        spec,
        0,
        [.. spec.Fields.Select((given, i) => given with
        {
            SourceId = NewId(newIds, given.SourceId, "partition field"),
            FieldId = PartitionSpec.FirstFieldId + i,
        })]);

    private static SortOrder FreshOrder(SortOrder order, IReadOnlyDictionary<int, int> newIds) => SortOrderRules.With(
        order,
        1,
        [.. order.Fields.Select(given => given with { SourceId = NewId(newIds, given.SourceId, "sort field") })]);

    private static int NewId(IReadOnlyDictionary<int, int> newIds, int sourceId, string what) => newIds.TryGetValue(sourceId, out int id)
        ? id
        : throw new MetadataValidationException($"Cannot find source column for {what}: source-id {sourceId}", "source-id");

    private static void CheckCommitProperties(IReadOnlyDictionary<string, string> properties)
    {
        foreach (string name in CommitProperties)
        {
            if (properties.TryGetValue(name, out string? text) && (!int.TryParse(text, out int value) || value < 0))
            {
                throw new MetadataValidationException($"Table property {name} must have non negative integer value", name);
            }
        }
    }
}
