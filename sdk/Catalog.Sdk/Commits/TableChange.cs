namespace Catalog.Sdk.Commits;

/// <summary>The part of a transaction that concerns one table.</summary>
/// <param name="Identifier">The namespace and name of the table.</param>
/// <param name="Requirements">What must hold.</param>
/// <param name="Updates">What changes, in order.</param>
public sealed record TableChange(
    TableIdentifier Identifier,
    IReadOnlyList<TableRequirement> Requirements,
    IReadOnlyList<TableUpdate> Updates);
