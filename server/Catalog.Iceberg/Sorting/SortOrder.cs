using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Sorting;

/// <summary>How writers should sort the rows of a file.</summary>
public sealed class SortOrder : IElement
{
    internal SortOrder(int orderId, IReadOnlyList<SortField> fields, ReadOnlyMemory<byte> json)
    {
        OrderId = orderId;
        Fields = fields;
        Json = json;
    }

    /// <summary>The id; 0 is kept for the unsorted order.</summary>
    public int OrderId { get; }

    /// <summary>The fields in order; none when unsorted.</summary>
    public IReadOnlyList<SortField> Fields { get; }

    /// <summary>The JSON.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    long IElement.Key => OrderId;

    internal static SortOrder Unsorted { get; } = new(0, [], """{"order-id":0,"fields":[]}"""u8.ToArray());

    internal bool SameAs(SortOrder other)
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
