namespace Catalog;

/// <summary>The changes to one table within a transaction over several.</summary>
public sealed class TableChange
{
    internal TableChange(NamespaceName namespaceName, string name, IReadOnlyList<TableRequirement> requirements, IReadOnlyList<TableUpdate> updates)
    {
        Namespace = namespaceName;
        Name = name;
        Requirements = requirements;
        Updates = updates;
    }

    /// <summary>Gets the namespace of the table.</summary>
    public NamespaceName Namespace { get; }

    /// <summary>Gets the name of the table.</summary>
    public string Name { get; }

    /// <summary>Gets what must still hold.</summary>
    public IReadOnlyList<TableRequirement> Requirements { get; }

    /// <summary>Gets what is changed.</summary>
    public IReadOnlyList<TableUpdate> Updates { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Namespace}.{Name}: {string.Join(", ", Updates.Select(u => u.Action))}";
}
