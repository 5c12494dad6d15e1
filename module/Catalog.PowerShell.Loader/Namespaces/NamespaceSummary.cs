namespace Catalog;

/// <summary>A namespace as a listing shows it: its name alone.</summary>
public class NamespaceSummary
{
    internal NamespaceSummary(NamespaceName name) => Namespace = name;

    /// <summary>Gets the name of the namespace.</summary>
    public NamespaceName Namespace { get; }

    /// <inheritdoc />
    public override string ToString() => Namespace.ToString();
}
