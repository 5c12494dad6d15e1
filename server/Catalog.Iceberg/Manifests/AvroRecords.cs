using Avro;
using Avro.Generic;

namespace Catalog.Iceberg.Manifests;

/// <summary>Reads the records of an Avro file, projected to the wanted fields.</summary>
internal static class AvroRecords
{
    private const int MaxSchemaBytes = 4 * 1024 * 1024;

    /// <summary>Reads records one by one. <paramref name="wanted"/>: Iceberg field ids and what they are called here.</summary>
    public static IEnumerable<GenericRecord> Read(AvroContainer container, IReadOnlyDictionary<int, string> wanted)
    {
        GenericDatumReader<GenericRecord> reader = ReaderOf(container, wanted);
        while (Guarded(() => container.ReadBlock(out long count, out ReadOnlyMemory<byte> block) ? new Block(count, new BoundedDecoder(block)) : null) is { } next)
        {
            for (long i = 0; i < next.Records; i++)
            {
                yield return Guarded(() => reader.Read(null!, next.Decoder));
            }

            if (!next.Decoder.AtEnd)
            {
                throw new MetadataValidationException("Corrupt Avro file: a block holds more than its records");
            }
        }
    }

    /// <summary>The value of a field by its Iceberg field id, or null.</summary>
    public static object? Value(GenericRecord record, int fieldId)
    {
        foreach (Field field in record.Schema.Fields)
        {
            if (field.GetProperty("field-id") == fieldId.ToString())
            {
                return record.GetValue(field.Pos);
            }
        }

        return null;
    }

    public static long? Number(GenericRecord record, int fieldId) => Value(record, fieldId) switch
    {
        null => null,
        int value => value,
        long value => value,
        _ => throw new MetadataValidationException($"Avro field {fieldId} is not a number"),
    };

    public static string Text(GenericRecord record, int fieldId) => Value(record, fieldId) as string
        ?? throw new MetadataValidationException($"Avro field {fieldId} is missing or no text");

    /// <summary>Turns whatever the library throws at corrupt bytes into the one error that callers know.</summary>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (MetadataValidationException or OutOfMemoryException))
        {
            throw new MetadataValidationException($"Corrupt Avro file: {e.Message}", null, e);
        }
    }

    private static GenericDatumReader<GenericRecord> ReaderOf(AvroContainer container, IReadOnlyDictionary<int, string> wanted)
    {
        if (!container.Metadata.TryGetValue("avro.schema", out byte[]? json) || json.Length > MaxSchemaBytes)
        {
            throw new MetadataValidationException("Corrupt Avro file: no schema, or too large a one");
        }

        return Guarded(() =>
        {
            string text = System.Text.Encoding.UTF8.GetString(json);
            string projected = AvroProjection.Of(text, wanted);
            return new GenericDatumReader<GenericRecord>(Schema.Parse(text), Schema.Parse(projected));
        });
    }

    private sealed record Block(long Records, BoundedDecoder Decoder);
}
