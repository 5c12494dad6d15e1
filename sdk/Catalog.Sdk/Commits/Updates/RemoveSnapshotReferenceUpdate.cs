using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Removes a branch or a tag; without <c>main</c> the table has no current snapshot.</summary>
/// <param name="RefName">The name of the reference.</param>
public sealed record RemoveSnapshotReferenceUpdate(string RefName) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "remove-snapshot-ref";
}
