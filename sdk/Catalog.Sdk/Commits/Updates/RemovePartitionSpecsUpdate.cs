using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Removes partition specs that no data file uses any more.</summary>
/// <param name="SpecIds">The ids of the specs; the default one is refused.</param>
public sealed record RemovePartitionSpecsUpdate(IReadOnlyList<long> SpecIds) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "remove-partition-specs";
}
