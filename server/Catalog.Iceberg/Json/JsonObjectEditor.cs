using System.Text.Json;

namespace Catalog.Iceberg.Json;

/// <summary>Changes single members of a JSON object and leaves every other byte as it came.</summary>
internal static class JsonObjectEditor
{
    /// <summary>Returns the value of a member, or empty memory.</summary>
    public static ReadOnlyMemory<byte> Get(ReadOnlyMemory<byte> json, string name)
    {
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        while (reader.NextMember())
        {
            bool found = reader.ValueTextEquals(name);
            reader.Read();
            long start = reader.TokenStartIndex;
            reader.Skip();
            if (found)
            {
                return reader.Slice(json, start);
            }
        }

        return default;
    }

    /// <summary>
    /// Replaces members in place, appends those that are missing, and removes those whose value is empty.
    /// </summary>
    public static ReadOnlyMemory<byte> Set(ReadOnlyMemory<byte> json, params scoped ReadOnlySpan<(string Name, ReadOnlyMemory<byte> Value)> members)
    {
        using var writer = new DocumentWriter();
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        writer.Raw("{"u8);
        var written = new bool[members.Length];
        bool first = true;
        while (reader.NextMember())
        {
            long nameStart = reader.TokenStartIndex;
            int index = IndexOf(in reader, members);
            reader.Read();
            long start = reader.TokenStartIndex;
            reader.Skip();
            if (index >= 0 && (written[index] || members[index].Value.IsEmpty))
            {
                continue;
            }

            if (!first)
            {
                writer.Raw(","u8);
            }

            first = false;
            writer.Raw(json.Span[(int)nameStart..(int)start]);
            if (index >= 0)
            {
                written[index] = true;
                writer.Segment(members[index].Value);
            }
            else
            {
                writer.Segment(reader.Slice(json, start));
            }
        }

        for (int i = 0; i < members.Length; i++)
        {
            if (!written[i] && !members[i].Value.IsEmpty)
            {
                if (!first)
                {
                    writer.Raw(","u8);
                }

                first = false;
                writer.Text(members[i].Name);
                writer.Raw(":"u8);
                writer.Segment(members[i].Value);
            }
        }

        writer.Raw("}"u8);
        return writer.ToArray();
    }

    /// <summary>Edits every element of an array.</summary>
    public static ReadOnlyMemory<byte> Map(ReadOnlyMemory<byte> json, Func<ReadOnlyMemory<byte>, int, ReadOnlyMemory<byte>> edit)
    {
        using var writer = new DocumentWriter();
        var reader = new Utf8JsonReader(json.Span, RawJson.ReaderOptions);
        reader.Read();
        writer.Raw("["u8);
        for (int i = 0; reader.NextElement(); i++)
        {
            long start = reader.TokenStartIndex;
            reader.Skip();
            if (i > 0)
            {
                writer.Raw(","u8);
            }

            writer.Segment(edit(reader.Slice(json, start), i));
        }

        writer.Raw("]"u8);
        return writer.ToArray();
    }

    public static ReadOnlyMemory<byte> Number(long value)
    {
        byte[] digits = new byte[20];
        System.Buffers.Text.Utf8Formatter.TryFormat(value, digits, out int written);
        return digits.AsMemory(0, written);
    }

    public static ReadOnlyMemory<byte> Text(string value)
    {
        using var writer = new DocumentWriter();
        writer.Text(value);
        return writer.ToArray();
    }

    private static int IndexOf(in Utf8JsonReader reader, scoped ReadOnlySpan<(string Name, ReadOnlyMemory<byte> Value)> members)
    {
        for (int i = 0; i < members.Length; i++)
        {
            if (reader.ValueTextEquals(members[i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}
