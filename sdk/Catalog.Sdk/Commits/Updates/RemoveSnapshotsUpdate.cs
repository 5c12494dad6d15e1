using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Forgets snapshots; references and statistics of them go too. Data files are not deleted.</summary>
/// <param name="SnapshotIds">The ids of the snapshots; unknown ones are ignored.</param>
public sealed record RemoveSnapshotsUpdate(IReadOnlyList<long> SnapshotIds) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "remove-snapshots";
}
