using System.Text.Json;
using Catalog.Iceberg.Snapshots;

namespace Catalog.Iceberg.Json;

/// <summary>Reads and makes the entries of properties and references.</summary>
internal static class NamedMapReader
{
    public static NamedMap<string> ReadProperties(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document, string owner)
    {
        reader.Read();
        reader.ExpectObject(owner);
        List<NamedMap<string>.Entry> entries = [];
        HashSet<string>? names = null;
        while (reader.NextMember())
        {
            long start = reader.TokenStartIndex;
            string name = reader.NameValue(owner);
            CheckOnce(ref names, entries.Count, entries, name);
            string value = reader.ReadString(name);
            entries.Add(new NamedMap<string>.Entry(name, value, reader.Slice(document, start)));
        }

        return NamedMap<string>.Of(entries);
    }

    public static NamedMap<SnapshotRef> ReadRefs(ref Utf8JsonReader reader, ReadOnlyMemory<byte> document)
    {
        reader.Read();
        reader.ExpectObject("refs");
        List<NamedMap<SnapshotRef>.Entry> entries = [];
        HashSet<string>? names = null;
        while (reader.NextMember())
        {
            long start = reader.TokenStartIndex;
            string name = reader.NameValue("refs");
            CheckOnce(ref names, entries.Count, entries, name);
            reader.Read();
            SnapshotRef reference = SnapshotRefReader.Read(ref reader, document);
            entries.Add(new NamedMap<SnapshotRef>.Entry(name, reference, reader.Slice(document, start)));
        }

        return NamedMap<SnapshotRef>.Of(entries);
    }

    public static NamedMap<string>.Entry Property(string name, string value) => new(name, value, Member(name, JsonObjectEditor.Text(value)));

    public static NamedMap<SnapshotRef>.Entry Ref(string name, SnapshotRef reference) => new(name, reference, Member(name, reference.Json));

    private static byte[] Member(string name, ReadOnlyMemory<byte> value)
    {
        using var writer = new DocumentWriter();
        writer.Text(name);
        writer.Raw(":"u8);
        writer.Segment(value);
        return writer.ToArray();
    }

    private static void CheckOnce<T>(ref HashSet<string>? names, int count, List<NamedMap<T>.Entry> entries, string name)
    {
        // Few names are compared one by one; a set is only made when there are many.
        bool isNew;
        if (count < 16)
        {
            isNew = true;
            foreach (NamedMap<T>.Entry entry in entries)
            {
                isNew &= entry.Name != name;
            }
        }
        else
        {
            names ??= [.. entries.Select(entry => entry.Name)];
            isNew = names.Add(name);
        }

        if (!isNew)
        {
            throw new MetadataValidationException($"Duplicate field: {name}", name);
        }
    }
}
