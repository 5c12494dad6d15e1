using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Partitioning;

/// <summary>Gives ids to the fields of a spec that is new to a table.</summary>
internal static class PartitionFieldIds
{
    public static IReadOnlyList<PartitionField> Assign(
        PartitionSpec spec, ElementList<PartitionSpec> known, int lastPartitionId, int formatVersion)
    {
        var fields = new PartitionField[spec.Fields.Count];
        var taken = new HashSet<int>();
        foreach (PartitionField given in spec.Fields)
        {
            if (given.FieldId is { } id && !taken.Add(id))
            {
                throw new MetadataValidationException($"Partition field id {id} is used more than once", "field-id");
            }
        }

        int last = Math.Max(lastPartitionId, taken.Count == 0 ? 0 : taken.Max());
        for (int i = 0; i < fields.Length; i++)
        {
            PartitionField given = spec.Fields[i];
            fields[i] = given.FieldId is not null
                ? given
                : given with { FieldId = formatVersion == 1 ? PartitionSpec.FirstFieldId + i : Reuse(given, known, taken) ?? Next(ref last) };
            taken.Add(fields[i].FieldId!.Value);
        }

        Check(fields, known, formatVersion);
        return fields;
    }

    private static int Next(ref int last) =>
        last < int.MaxValue ? ++last : throw new MetadataValidationException("No more partition field ids can be given", "field-id");

    private static int? Reuse(PartitionField given, ElementList<PartitionSpec> known, HashSet<int> taken)
    {
        int? reused = null;
        foreach (PartitionSpec spec in known.Items)
        {
            foreach (PartitionField earlier in spec.Fields)
            {
                if (earlier.SameValue(given) && earlier.FieldId is { } id && !taken.Contains(id) && id >= (reused ?? id))
                {
                    reused = id;
                }
            }
        }

        return reused;
    }

    private static void Check(PartitionField[] fields, ElementList<PartitionSpec> known, int formatVersion)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (fields[i].FieldId < 0)
            {
                throw new MetadataValidationException($"Invalid partition field id: {fields[i].FieldId}", "field-id");
            }

            if (formatVersion == 1 && fields[i].FieldId != PartitionSpec.FirstFieldId + i)
            {
                throw new MetadataValidationException("Spec does not use sequential IDs that are required in v1", "field-id");
            }

            if (formatVersion > 1)
            {
                CheckMeaning(fields[i], known);
            }
        }
    }

    /// <summary>From v2 on a field id means one thing in all specs; readers join the partitions of all specs by it.</summary>
    private static void CheckMeaning(PartitionField field, ElementList<PartitionSpec> known)
    {
        foreach (PartitionSpec spec in known.Items)
        {
            foreach (PartitionField earlier in spec.Fields)
            {
                if (earlier.FieldId == field.FieldId
                    && !earlier.SameValue(field)
                    && earlier.Transform.Kind != TransformKind.Void
                    && field.Transform.Kind != TransformKind.Void)
                {
                    throw new MetadataValidationException(
                        $"Partition field id {field.FieldId} of {field.Name} is already used for another source or transform", "field-id");
                }
            }
        }
    }
}
