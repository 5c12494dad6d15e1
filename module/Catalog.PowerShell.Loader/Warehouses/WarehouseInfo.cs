namespace Catalog;

/// <summary>A warehouse: the root of namespaces and tables.</summary>
public sealed class WarehouseInfo : WarehouseSummary
{
    internal WarehouseInfo(string name)
        : base(name)
    {
    }

    /// <summary>Gets the bucket that holds the data.</summary>
    public string? Bucket { get; internal init; }

    /// <summary>Gets the warehouse's id.</summary>
    public Guid? Uuid { get; internal init; }

    /// <summary>Gets when the warehouse was made.</summary>
    public DateTimeOffset? CreatedAt { get; internal init; }

    /// <summary>Gets the properties. Their names are case-sensitive.</summary>
    public IDictionary<string, string> Properties { get; internal init; } = new Dictionary<string, string>();
}
