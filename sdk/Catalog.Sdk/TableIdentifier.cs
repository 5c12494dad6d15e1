namespace Catalog.Sdk;

/// <summary>The namespace and name of a table.</summary>
public sealed record TableIdentifier
{
    /// <summary>Makes an identifier.</summary>
    /// <param name="namespaceName">The namespace.</param>
    /// <param name="name">The name of the table, kept exactly as given.</param>
    /// <exception cref="ArgumentException">The name is empty, <c>.</c>, <c>..</c>, or holds the separator U+001F.</exception>
    public TableIdentifier(NamespaceName namespaceName, string name)
    {
        ArgumentNullException.ThrowIfNull(namespaceName);
        Namespace = namespaceName;
        Name = PathValue.Check(name, nameof(name));
    }

    /// <summary>The namespace.</summary>
    public NamespaceName Namespace { get; }

    /// <summary>The name of the table.</summary>
    public string Name { get; }

    /// <summary>Reads an identifier from text, such as <c>sales.europe.orders</c>: the last part is the table.</summary>
    /// <param name="text">As in <see cref="NamespaceName.Parse"/>.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="ArgumentException">The text has no namespace, or a part is not a name.</exception>
    public static TableIdentifier Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        List<string> parts = NamespaceName.Split(text);
        return parts.Count > 1
            ? new TableIdentifier(new NamespaceName(parts[..^1]), parts[^1])
            : throw new ArgumentException($"'{text}' names no namespace: write namespace.table.", nameof(text));
    }

    /// <summary>Takes text for an identifier, as <see cref="Parse"/> does.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TableIdentifier(string text) => Parse(text);

    /// <summary>Namespace and name between dots, escaped as in <see cref="NamespaceName.ToString"/>.</summary>
    /// <returns>Text that <see cref="Parse"/> reads back to an equal identifier.</returns>
    public override string ToString() => $"{Namespace}.{new NamespaceName(Name)}";
}
