namespace Catalog.Core.Access;

/// <summary>The object an action is on, as far as the action has one.</summary>
/// <param name="Warehouse">The warehouse's name; null for actions on all warehouses.</param>
/// <param name="Namespace">
/// The namespace, its levels joined by dots; a dot inside a level reads <c>%2E</c> (and a percent sign <c>%25</c>), so that two namespaces never
/// share a name.
/// </param>
/// <param name="Table">The table's name.</param>
/// <param name="TableId">The table's uuid, when it is known.</param>
public readonly record struct AccessTarget(
    string? Warehouse,
    string? Namespace = null,
    string? Table = null,
    Guid? TableId = null)
{
    /// <summary>The namespace's name as policies see it.</summary>
    public static string NamespaceOf(IReadOnlyList<string> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return string.Join('.', levels.Select(static level => level.Replace("%", "%25", StringComparison.Ordinal).Replace(".", "%2E", StringComparison.Ordinal)));
    }
}
