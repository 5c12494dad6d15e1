namespace Catalog;

/// <summary>A table as a listing shows it: its name alone.</summary>
public class TableSummary
{
    internal TableSummary(NamespaceName namespaceName, string name)
    {
        Namespace = namespaceName;
        Name = name;
    }

    /// <summary>Gets the namespace.</summary>
    public NamespaceName Namespace { get; }

    /// <summary>Gets the name of the table.</summary>
    public string Name { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Namespace}.{Name}";
}
