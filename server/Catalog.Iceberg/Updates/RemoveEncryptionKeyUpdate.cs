namespace Catalog.Iceberg.Updates;

/// <summary>Removes an encryption key.</summary>
/// <param name="KeyId">Its id; a missing one changes nothing.</param>
public sealed record RemoveEncryptionKeyUpdate(string KeyId) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.RemoveEncryptionKey(KeyId);
    }
}
