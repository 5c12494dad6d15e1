using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Adds a snapshot; a reference has to be pointed at it for anyone to see it.</summary>
/// <param name="Snapshot">The snapshot.</param>
public sealed record AddSnapshotUpdate(Snapshot Snapshot) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "add-snapshot";
}
