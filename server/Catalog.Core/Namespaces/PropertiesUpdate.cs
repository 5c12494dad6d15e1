namespace Catalog.Core;

/// <summary>What a change of namespace properties did.</summary>
/// <param name="Updated">Keys that were set.</param>
/// <param name="Removed">Keys that were removed.</param>
/// <param name="Missing">Keys whose removal was asked for but which were not there.</param>
public sealed record PropertiesUpdate(
    IReadOnlyList<string> Updated,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Missing);
