using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Partitioning;

/// <summary>How the rows of a table are divided into partitions.</summary>
public sealed class PartitionSpec : IElement
{
    /// <summary>The id from which partition fields are numbered.</summary>
    public const int FirstFieldId = 1000;

    internal PartitionSpec(int specId, IReadOnlyList<PartitionField> fields, ReadOnlyMemory<byte> json)
    {
        SpecId = specId;
        Fields = fields;
        Json = json;
    }

    /// <summary>The id.</summary>
    public int SpecId { get; }

    /// <summary>The fields in order; none when the table is not partitioned.</summary>
    public IReadOnlyList<PartitionField> Fields { get; }

    /// <summary>The JSON.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    long IElement.Key => SpecId;

    /// <summary>The highest id of a field; 999 without fields.</summary>
    internal int HighestFieldId => Fields.Aggregate(FirstFieldId - 1, (highest, next) => Math.Max(highest, next.FieldId ?? 0));

    internal bool HasSequentialIds => Fields.Index().All(item => item.Item.FieldId == FirstFieldId + item.Index);

    internal bool SameAs(PartitionSpec other)
    {
        if (Fields.Count != other.Fields.Count)
        {
            return false;
        }

        for (int i = 0; i < Fields.Count; i++)
        {
            if (!Fields[i].SameAs(other.Fields[i]))
            {
                return false;
            }
        }

        return true;
    }
}
