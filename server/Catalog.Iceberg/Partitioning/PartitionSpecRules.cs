using Catalog.Iceberg.Schemas;

namespace Catalog.Iceberg.Partitioning;

/// <summary>Whether a spec fits a schema.</summary>
internal static class PartitionSpecRules
{
    private const int MaxFields = 1000;

    /// <summary>Checks the names of a spec that is new to a table.</summary>
    public static void CheckNames(PartitionSpec spec, Schema schema)
    {
        if (spec.Fields.Count > MaxFields)
        {
            throw new MetadataValidationException($"A partition spec cannot have more than {MaxFields} fields", "fields");
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (PartitionField field in spec.Fields)
        {
            if (field.Name.Length == 0)
            {
                throw new MetadataValidationException("Cannot use empty partition name", "name");
            }

            if (!names.Add(field.Name))
            {
                throw new MetadataValidationException($"Cannot use partition name more than once: {field.Name}", "name");
            }

            int? column = schema.Index.IdOf(field.Name);
            if (column is not null && column != field.SourceId && schema.Index.Find(field.SourceId) is not null)
            {
                throw new MetadataValidationException(
                    $"Cannot create partition from name that exists in schema: {field.Name}", "name");
            }

            if (field.Transform.Kind == TransformKind.Unknown)
            {
                throw new MetadataValidationException($"Unknown transform: {field.Transform}", "transform");
            }
        }
    }

    /// <summary>Checks that every source column exists, can be partitioned by, and suits the transform.</summary>
    public static void CheckFits(PartitionSpec spec, Schema schema)
    {
        foreach (PartitionField field in spec.Fields)
        {
            // A dropped field of a v1 table stays as void, whatever became of its column.
            if (field.Transform.Kind == TransformKind.Void)
            {
                continue;
            }

            SchemaIndex.Entry source = schema.Index.Find(field.SourceId)
                ?? throw new MetadataValidationException(
                    $"Cannot find source column for partition field: {field.Name} (source-id {field.SourceId})", "source-id");
            if (source.Field.Type is not PrimitiveType { IsPrimitive: true } type)
            {
                throw new MetadataValidationException(
                    $"Cannot partition by non-primitive source field: {source.FullName}", "source-id");
            }

            if (!field.Transform.Takes(type))
            {
                throw new MetadataValidationException(
                    $"Invalid source type {type} for transform: {field.Transform}", "transform");
            }

            for (SchemaIndex.Entry? parent = source.Parent; parent is not null; parent = parent.Parent)
            {
                if (parent.Field.Type is not StructType)
                {
                    throw new MetadataValidationException(
                        $"Invalid partition field parent: {parent.FullName} is not a struct", "source-id");
                }
            }
        }
    }
}
