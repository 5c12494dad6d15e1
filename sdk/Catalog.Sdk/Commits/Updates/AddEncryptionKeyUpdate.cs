using System.Text.Json.Serialization;
using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Adds an encryption key (format version 3).</summary>
/// <param name="EncryptionKey">The key.</param>
public sealed record AddEncryptionKeyUpdate(EncryptedKey EncryptionKey) : TableUpdate
{
    /// <inheritdoc/>
    [JsonPropertyOrder(-1)]
    public override string Action => "add-encryption-key";
}
