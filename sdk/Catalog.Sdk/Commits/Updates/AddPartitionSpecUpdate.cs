using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Adds a partition spec, bound to the current schema.</summary>
/// <param name="Spec">The spec.</param>
public sealed record AddPartitionSpecUpdate(PartitionSpec Spec) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "add-spec";
}
