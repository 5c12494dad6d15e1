using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Namespaces;

/// <summary>A namespace and its properties.</summary>
public sealed record NamespaceInfo : IcebergObject
{
    /// <summary>The name.</summary>
    public required NamespaceName Namespace { get; init; }

    /// <summary>The properties, values as they were written.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init => field = value ?? EmptyStrings; } = EmptyStrings;
}
