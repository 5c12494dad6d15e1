using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Makes a partition spec the default one.</summary>
/// <param name="SpecId">The id of the spec; -1 is the one added last in this commit.</param>
public sealed record SetDefaultPartitionSpecUpdate(long SpecId) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "set-default-spec";
}
