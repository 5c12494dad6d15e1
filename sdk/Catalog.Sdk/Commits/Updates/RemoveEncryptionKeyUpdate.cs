using System.Text.Json.Serialization;

namespace Catalog.Sdk.Commits;

/// <summary>Removes an encryption key.</summary>
/// <param name="KeyId">The id of the key.</param>
public sealed record RemoveEncryptionKeyUpdate(string KeyId) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "remove-encryption-key";
}
