using System.IO.Compression;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>How a receipt keeps its answer: large bodies are packed, for table metadata shrinks to a tenth.</summary>
internal static class ReceiptBody
{
    private const int PackFrom = 1024;
    private const byte Plain = 0;
    private const byte Packed = 1;

    public static ReceiptRow Seal(byte[] fingerprint, StoredAnswer answer, long expiresMs)
    {
        using var body = new MemoryStream();
        if (answer.Body.Length < PackFrom)
        {
            body.WriteByte(Plain);
            body.Write(answer.Body.Span);
        }
        else
        {
            body.WriteByte(Packed);
            using var packer = new DeflateStream(body, CompressionLevel.Fastest, leaveOpen: true);
            packer.Write(answer.Body.Span);
        }

        return new ReceiptRow(fingerprint, answer.Status, body.ToArray(), answer.ETag, expiresMs);
    }

    public static StoredAnswer Open(ReceiptRow row)
    {
        if (row.Body[0] == Plain)
        {
            return new StoredAnswer(row.Status, row.Body.AsMemory(1), row.ETag);
        }

        using var unpacked = new MemoryStream();
        using (var unpacker = new DeflateStream(new MemoryStream(row.Body, 1, row.Body.Length - 1), CompressionMode.Decompress))
        {
            unpacker.CopyTo(unpacked);
        }

        return new StoredAnswer(row.Status, unpacked.ToArray(), row.ETag);
    }
}
