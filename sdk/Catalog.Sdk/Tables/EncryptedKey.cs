namespace Catalog.Sdk.Tables;

/// <summary>A key of the table, itself encrypted (format version 3).</summary>
public sealed record EncryptedKey : IcebergObject
{
    /// <summary>The id of the key.</summary>
    public required string KeyId { get; init; }

    /// <summary>The encrypted key and its metadata in base64.</summary>
    public required string EncryptedKeyMetadata { get; init; }

    /// <summary>The id of the key that encrypts this one.</summary>
    public string? EncryptedById { get; init; }

    /// <summary>Further properties of the key.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init => field = value ?? EmptyStrings; } = EmptyStrings;
}
