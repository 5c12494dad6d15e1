using System.IO.Compression;
using Catalog.Iceberg;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>Reads metadata files, each from memory where it can.</summary>
internal sealed class MetadataFiles(MetadataCache cache, CatalogOptions options)
{
    private const byte GzipFirst = 0x1F;
    private const byte GzipSecond = 0x8B;

    /// <summary>The content of a metadata file.</summary>
    /// <exception cref="MetadataFileMissingException">The file is gone.</exception>
    public StoredMetadata Read(string location)
    {
        if (cache.Find(location) is { } known)
        {
            return known;
        }

        FileLocation file = FileLocation.Parse(location);
        var metadata = new StoredMetadata(location, ReadBytes(file, location));
        cache.Add(metadata);
        return metadata;
    }

    /// <summary>The content of a metadata file that is really there, whatever is remembered.</summary>
    /// <exception cref="MetadataFileMissingException">The file is gone.</exception>
    public StoredMetadata ReadExisting(string location)
    {
        if (cache.Find(location) is { } known)
        {
            return FileStore.Exists(known.File) ? known : throw new MetadataFileMissingException(location);
        }

        return Read(location);
    }

    /// <summary>What a file of these bytes holds on the disk.</summary>
    public static ReadOnlyMemory<byte> Pack(ReadOnlyMemory<byte> bytes, bool packed)
    {
        if (!packed)
        {
            return bytes;
        }

        using var target = new MemoryStream();
        using (var packer = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(bytes.Span);
        }

        return target.ToArray();
    }

    private byte[] ReadBytes(FileLocation file, string location)
    {
        byte[] bytes = FileStore.Read(file, options.MaxMetadataBytes) ?? throw new MetadataFileMissingException(location);
        return bytes is [GzipFirst, GzipSecond, ..] ? Unpack(bytes, location) : bytes;
    }

    private byte[] Unpack(byte[] bytes, string location)
    {
        using var target = new MemoryStream();
        using var unpacker = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        byte[] buffer = new byte[81920];
        try
        {
            for (int read; (read = unpacker.Read(buffer)) > 0;)
            {
                if (target.Length + read > options.MaxMetadataBytes)
                {
                    throw new FileTooLargeException(location, options.MaxMetadataBytes);
                }

                target.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException failure)
        {
            throw new MetadataValidationException($"The metadata file is no valid gzip file: {location}", null, failure);
        }

        return target.ToArray();
    }
}
