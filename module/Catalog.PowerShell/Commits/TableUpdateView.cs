using Catalog.PowerShell.Json;

namespace Catalog.PowerShell.Commits;

/// <summary>A plan of the SDK as the module's own parts, to be shown.</summary>
internal sealed class TableUpdateView(Sdk.Commits.CommitPlan plan)
{
    public IReadOnlyList<TableRequirement> Requirements { get; } = [.. plan.Requirements.Select(r => CommitParts.ToRequirement(RestForm.Parse(r.ToJson())))];

    public IReadOnlyList<TableUpdate> Updates { get; } = [.. plan.Updates.Select(u => CommitParts.ToUpdate(RestForm.Parse(u.ToJson())))];
}
