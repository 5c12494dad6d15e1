using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Schemas;

/// <summary>Gives a schema other ids and leaves everything else in its JSON, known or not, as it came.</summary>
internal static class SchemaEditor
{
    public static Schema WithId(Schema schema, int schemaId) => schema.SchemaId == schemaId
        ? schema
        : SchemaReader.Parse(JsonObjectEditor.Set(schema.Json, ("schema-id", JsonObjectEditor.Number(schemaId))));

    /// <summary>Renumbers all fields: those of a struct first, then those inside them, in order.</summary>
    public static Schema WithFreshIds(Schema schema, int schemaId, out IReadOnlyDictionary<int, int> newIds)
    {
        var map = new Dictionary<int, int>();
        Assign(schema.Structure, map);
        newIds = map;
        int[] identifiers = [.. schema.IdentifierFieldIds.Select(id => map[id])];
        ReadOnlyMemory<byte> json = JsonObjectEditor.Set(
            schema.Json,
            ("schema-id", JsonObjectEditor.Number(schemaId)),
            ("fields", SchemaRewriter.Fields(JsonObjectEditor.Get(schema.Json, "fields"), schema.Structure, map)));
        if (identifiers.Length > 0)
        {
            json = JsonObjectEditor.Set(json, ("identifier-field-ids", Numbers(identifiers)));
        }

        return SchemaReader.Parse(json);
    }

    private static void Assign(IcebergType type, Dictionary<int, int> map)
    {
        switch (type)
        {
            case StructType structure:
                foreach (NestedField field in structure.Fields)
                {
                    map.Add(field.Id, map.Count + 1);
                }

                foreach (NestedField field in structure.Fields)
                {
                    Assign(field.Type, map);
                }

                break;
            case ListType list:
                map.Add(list.Element.Id, map.Count + 1);
                Assign(list.Element.Type, map);
                break;
            case MapType keyed:
                map.Add(keyed.Key.Id, map.Count + 1);
                map.Add(keyed.Value.Id, map.Count + 1);
                Assign(keyed.Key.Type, map);
                Assign(keyed.Value.Type, map);
                break;
        }
    }

    private static ReadOnlyMemory<byte> Numbers(int[] values)
    {
        using var writer = new DocumentWriter();
        writer.Raw("["u8);
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                writer.Raw(","u8);
            }

            writer.Number(values[i]);
        }

        writer.Raw("]"u8);
        return writer.ToArray();
    }
}
