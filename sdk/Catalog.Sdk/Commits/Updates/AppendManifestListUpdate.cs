using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Appends the data files of a manifest list as a new snapshot of <c>main</c>. AIStor Tables only.</summary>
/// <param name="ManifestList">The location of the manifest list (Avro).</param>
public sealed record AppendManifestListUpdate(string ManifestList) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "append";
}
