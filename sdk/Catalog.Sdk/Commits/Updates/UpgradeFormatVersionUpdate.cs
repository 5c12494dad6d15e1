using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Raises the format version of the table; it is never lowered.</summary>
/// <param name="FormatVersion">The new version: 1, 2 or 3.</param>
public sealed record UpgradeFormatVersionUpdate(int FormatVersion) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "upgrade-format-version";
}
