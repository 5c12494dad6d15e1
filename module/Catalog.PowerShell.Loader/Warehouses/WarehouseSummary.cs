namespace Catalog;

/// <summary>A warehouse as a listing shows it: its name alone.</summary>
public class WarehouseSummary
{
    internal WarehouseSummary(string name) => Name = name;

    /// <summary>Gets the name of the warehouse.</summary>
    public string Name { get; }

    /// <inheritdoc />
    public override string ToString() => Name;
}
