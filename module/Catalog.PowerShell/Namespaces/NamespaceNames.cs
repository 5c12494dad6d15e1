namespace Catalog.PowerShell.Namespaces;

/// <summary>Moves names of namespaces and tables between the SDK's types and the module's.</summary>
internal static class NamespaceNames
{
    public static Sdk.NamespaceName ToSdk(this NamespaceName name) => new(name.Levels);

    public static NamespaceName ToOutput(this Sdk.NamespaceName name) => new([.. name.Levels]);

    public static NamespaceInfo ToOutput(this Sdk.Namespaces.NamespaceInfo info)
        => new(info.Namespace.ToOutput(), new SortedDictionary<string, string>(info.Properties.ToDictionary(), StringComparer.Ordinal));

    public static Sdk.TableIdentifier Table(NamespaceName ns, string name) => new(ns.ToSdk(), name);
}
