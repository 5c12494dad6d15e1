namespace Catalog;

/// <summary>Reads the text form of a type.</summary>
internal ref struct TableTypeReader
{
    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private int _depth;

    private TableTypeReader(ReadOnlySpan<char> text) => _text = text;

    public static TableType Read(string text)
    {
        TableTypeReader reader = new(text);
        TableType type = reader.ReadType();
        reader.SkipBlanks();
        return reader._position == text.Length ? type : throw reader.Unexpected();
    }

    private TableType ReadType()
    {
        if (++_depth > 64)
        {
            throw new FormatException("The type is nested too deeply.");
        }

        string name = ReadWord();
        TableType type = name switch
        {
            "struct" => ReadStruct(),
            "list" => ReadList(),
            "map" => ReadMap(),
            "" => throw Unexpected(),
            _ => ReadPrimitive(name),
        };
        _depth--;
        return type;
    }

    private TableType ReadPrimitive(string name)
    {
        string arguments = ReadArguments();
        return TableTypeNames.IsKnown(name, arguments)
            ? new TableType(name + arguments)
            : throw new FormatException($"'{name}{arguments}' is no type. Types are, for example, {string.Join("; ", TableTypeNames.Examples)}.");
    }

    private TableType ReadStruct()
    {
        List<TableField> fields = [];
        Expect('<');
        while (!Take('>'))
        {
            if (fields.Count > 0)
            {
                Expect(',');
            }

            string name = ReadFieldName();
            Expect(':');
            bool required = TakeRequired();
            fields.Add(new TableField(name, ReadType(), required));
        }

        return new TableType("struct", [.. fields]);
    }

    private TableType ReadList()
    {
        Expect('<');
        bool required = TakeRequired();
        TableField element = new("element", ReadType(), required);
        Expect('>');
        return new TableType("list", element);
    }

    private TableType ReadMap()
    {
        Expect('<');
        TableField key = new("key", ReadType(), required: true);
        Expect(',');
        bool required = TakeRequired();
        TableField value = new("value", ReadType(), required);
        Expect('>');
        return new TableType("map", key, value);
    }

    private string ReadArguments()
    {
        SkipBlanks();
        int open = _position < _text.Length ? "([".IndexOf(_text[_position], StringComparison.Ordinal) : -1;
        if (open < 0)
        {
            return string.Empty;
        }

        int length = _text[_position..].IndexOf(")]"[open]);
        if (length < 0)
        {
            throw Unexpected();
        }

        // Iceberg writes decimal(10,2) with or without a blank; the shorter form is the one that is sent.
        string arguments = _text.Slice(_position, length + 1).ToString();
        _position += length + 1;
        return arguments.Contains('\'', StringComparison.Ordinal) ? arguments : arguments.Replace(" ", string.Empty, StringComparison.Ordinal);
    }

    private bool TakeRequired()
    {
        int before = _position;
        if (ReadWord() == "required")
        {
            return true;
        }

        _position = before;
        return false;
    }

    private string ReadFieldName()
    {
        SkipBlanks();
        int length = _text[_position..].IndexOf(':');
        if (length <= 0)
        {
            throw Unexpected();
        }

        string name = _text.Slice(_position, length).Trim().ToString();
        _position += length;
        return name;
    }

    private string ReadWord()
    {
        SkipBlanks();
        int start = _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] is '_' or '-'))
        {
            _position++;
        }

        return _text[start.._position].ToString();
    }

    private bool Take(char expected)
    {
        SkipBlanks();
        if (_position < _text.Length && _text[_position] == expected)
        {
            _position++;
            return true;
        }

        return false;
    }

    private void Expect(char expected)
    {
        if (!Take(expected))
        {
            throw Unexpected();
        }
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && _text[_position] == ' ')
        {
            _position++;
        }
    }

    private readonly FormatException Unexpected()
        => new($"'{_text}' is no type: it cannot be read from character {_position + 1} on. Examples: long, decimal(10,2), list<string>, struct<a: int>.");
}
