using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Encryption;

/// <summary>An encryption key of the table, itself encrypted.</summary>
public sealed class EncryptedKey : IElement
{
    private EncryptedKey(string keyId, string? encryptedById, ReadOnlyMemory<byte> json)
    {
        KeyId = keyId;
        EncryptedById = encryptedById;
        Json = json;
    }

    /// <summary>The id of the key.</summary>
    public string KeyId { get; }

    /// <summary>The id of the key that this one is encrypted with.</summary>
    public string? EncryptedById { get; }

    /// <summary>The JSON as it was read, the encrypted key included.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    // Keys are few and named by text: they are looked for one by one.
    long IElement.Key => 0;

    internal static EncryptedKey Parse(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        return Read(ref reader, json);
    }

    internal static EncryptedKey Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.ExpectObject("encryption-key");
        long start = reader.TokenStartIndex;
        string? keyId = null;
        string? encryptedById = null;
        string? metadata = null;
        uint seen = 0;
        while (reader.NextMember())
        {
            if (reader.ValueTextEquals("key-id"u8))
            {
                JsonReading.Once(ref seen, 0, "key-id");
                keyId = reader.ReadString("key-id");
            }
            else if (reader.ValueTextEquals("encrypted-key-metadata"u8))
            {
                JsonReading.Once(ref seen, 1, "encrypted-key-metadata");
                metadata = reader.ReadString("encrypted-key-metadata");
            }
            else if (reader.ValueTextEquals("encrypted-by-id"u8))
            {
                JsonReading.Once(ref seen, 2, "encrypted-by-id");
                encryptedById = reader.ReadOptionalString("encrypted-by-id");
            }
            else
            {
                reader.SkipValue();
            }
        }

        _ = metadata ?? throw JsonReading.Missing("encrypted-key-metadata");
        return new EncryptedKey(keyId ?? throw JsonReading.Missing("key-id"), encryptedById, reader.Slice(document, start));
    }
}
