namespace Catalog.Core;

/// <summary>A table's full name.</summary>
/// <param name="Namespace">The namespace it lies in.</param>
/// <param name="Name">Its name there, kept byte for byte.</param>
public sealed record TableName(NamespaceName Namespace, string Name)
{
    /// <summary>Namespace and name joined by dots, for messages.</summary>
    public override string ToString() => $"{Namespace}.{Name}";
}
