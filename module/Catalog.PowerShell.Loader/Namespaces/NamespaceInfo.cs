namespace Catalog;

/// <summary>A namespace with its properties.</summary>
public sealed class NamespaceInfo : NamespaceSummary
{
    internal NamespaceInfo(NamespaceName name, IDictionary<string, string> properties)
        : base(name) => Properties = properties;

    /// <summary>Gets the properties. Their names are case-sensitive.</summary>
    public IDictionary<string, string> Properties { get; }
}
