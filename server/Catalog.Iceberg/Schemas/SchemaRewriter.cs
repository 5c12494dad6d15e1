using System.Text.Json;
using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Schemas;

/// <summary>
/// Copies the JSON of fields with other ids, in one pass whatever the nesting. What a member means is told by the
/// type that was read from the same JSON before.
/// </summary>
internal ref struct SchemaRewriter
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly Dictionary<int, int> _newIds;
    private readonly DocumentWriter _writer;
    private Utf8JsonReader _reader;

    private SchemaRewriter(ReadOnlySpan<byte> json, Dictionary<int, int> newIds, DocumentWriter writer)
    {
        _json = json;
        _newIds = newIds;
        _writer = writer;
        _reader = new Utf8JsonReader(json, RawJson.ReaderOptions);
    }

    public static ReadOnlyMemory<byte> Fields(ReadOnlyMemory<byte> json, StructType structure, Dictionary<int, int> newIds)
    {
        using var writer = new DocumentWriter();
        var rewriter = new SchemaRewriter(json.Span, newIds, writer);
        rewriter._reader.Read();
        rewriter.CopyFields(structure);
        return writer.ToArray();
    }

    private void CopyFields(StructType structure)
    {
        _writer.Raw("["u8);
        for (int i = 0; _reader.NextElement(); i++)
        {
            if (i > 0)
            {
                _writer.Raw(","u8);
            }

            CopyField(structure.Fields[i]);
        }

        _writer.Raw("]"u8);
    }

    private void CopyField(NestedField field)
    {
        _writer.Raw("{"u8);
        bool first = true;
        while (_reader.NextMember())
        {
            bool isId = _reader.ValueTextEquals("id"u8);
            bool isType = _reader.ValueTextEquals("type"u8);
            CopyName(ref first);
            if (isId)
            {
                _writer.Number(_newIds[field.Id]);
            }
            else if (isType)
            {
                CopyType(field.Type);
            }
            else
            {
                CopyValue();
            }
        }

        _writer.Raw("}"u8);
    }

    private void CopyType(IcebergType type)
    {
        if (type is PrimitiveType)
        {
            CopyValue();
            return;
        }

        _writer.Raw("{"u8);
        bool first = true;
        while (_reader.NextMember())
        {
            NestedField? id = IdOf(type);
            NestedField? part = PartOf(type);
            bool isFields = type is StructType && _reader.ValueTextEquals("fields"u8);
            CopyName(ref first);
            if (id is not null)
            {
                _writer.Number(_newIds[id.Id]);
            }
            else if (part is not null)
            {
                CopyType(part.Type);
            }
            else if (isFields)
            {
                CopyFields((StructType)type);
            }
            else
            {
                CopyValue();
            }
        }

        _writer.Raw("}"u8);
    }

    private readonly NestedField? IdOf(IcebergType type) => type switch
    {
        ListType list when _reader.ValueTextEquals("element-id"u8) => list.Element,
        MapType map when _reader.ValueTextEquals("key-id"u8) => map.Key,
        MapType map when _reader.ValueTextEquals("value-id"u8) => map.Value,
        _ => null,
    };

    private readonly NestedField? PartOf(IcebergType type) => type switch
    {
        ListType list when _reader.ValueTextEquals("element"u8) => list.Element,
        MapType map when _reader.ValueTextEquals("key"u8) => map.Key,
        MapType map when _reader.ValueTextEquals("value"u8) => map.Value,
        _ => null,
    };

    /// <summary>Copies the name of a member and its colon, and moves to the value.</summary>
    private void CopyName(ref bool first)
    {
        if (!first)
        {
            _writer.Raw(","u8);
        }

        first = false;
        int start = (int)_reader.TokenStartIndex;
        _reader.Read();
        _writer.Raw(_json[start..(int)_reader.TokenStartIndex]);
    }

    private void CopyValue()
    {
        int start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        _writer.Raw(_json[start..(int)_reader.BytesConsumed]);
    }
}
