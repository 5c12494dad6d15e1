using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Gives the fields of a spec their ids: that of an earlier field with the same source and transform, else the next.</summary>
internal static class PartitionFieldIds
{
    public static PartitionSpec Assign(PartitionSpec spec, TableMetadata metadata)
    {
        long last = metadata.LastPartitionId;
        PartitionField[] known = [.. metadata.PartitionSpecs.SelectMany(s => s.Fields).Where(f => f.FieldId is not null)];
        List<PartitionField> fields = [];
        if (metadata.FormatVersion == 1)
        {
            // Version 1 finds partition values by their place, so what is dropped stays there as void.
            foreach (PartitionField old in metadata.DefaultSpec?.Fields ?? [])
            {
                bool kept = spec.Fields.Any(f => f.SourceId == old.SourceId && f.Transform == old.Transform);
                fields.Add(kept ? old : old with { Transform = "void" });
            }
        }

        foreach (PartitionField field in spec.Fields)
        {
            if (!fields.Any(f => f.SourceId == field.SourceId && f.Transform == field.Transform))
            {
                long? id = known.FirstOrDefault(f => f.SourceId == field.SourceId && f.Transform == field.Transform)?.FieldId;
                fields.Add(field with { FieldId = id ?? ++last });
            }
        }

        return spec with { Fields = fields };
    }
}
