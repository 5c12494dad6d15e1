using Catalog.Iceberg.Encryption;

namespace Catalog.Iceberg.Updates;

/// <summary>Adds an encryption key; a known id changes nothing.</summary>
/// <param name="EncryptionKey">The key.</param>
public sealed record AddEncryptionKeyUpdate(EncryptedKey EncryptionKey) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddEncryptionKey(EncryptionKey);
    }
}
