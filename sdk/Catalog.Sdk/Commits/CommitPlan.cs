using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>What one commit does to one table, and what must hold for it.</summary>
/// <param name="Requirements">What must hold.</param>
/// <param name="Updates">What changes, in order. Without any, there is nothing to commit.</param>
public sealed record CommitPlan(IReadOnlyList<TableRequirement> Requirements, IReadOnlyList<TableUpdate> Updates)
{
    /// <summary>A plan that changes nothing: the commit helper then sends nothing.</summary>
    public static CommitPlan None { get; } = new([], []);

    /// <summary>Says locally which requirements fail.</summary>
    /// <param name="current">The metadata of the table, or null when it does not exist.</param>
    /// <returns>Why, one entry for each requirement that fails; empty when all hold.</returns>
    public IReadOnlyList<string> Check(TableMetadata? current) =>
        [.. Requirements.Select(r => r.Check(current)).OfType<string>()];
}
