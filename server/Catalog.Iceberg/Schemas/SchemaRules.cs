namespace Catalog.Iceberg.Schemas;

/// <summary>The rules that every schema obeys, and those that a schema new to a table obeys on top.</summary>
internal static class SchemaRules
{
    /// <summary>Checks ids, names and identifier fields, and returns the highest field id.</summary>
    public static int CheckIdsAndNames(Schema schema)
    {
        // Not kept: only the current schema is looked into later, and wide tables have many old ones.
        SchemaIndex index = SchemaIndex.Of(schema);
        foreach (int id in schema.IdentifierFieldIds)
        {
            CheckIdentifier(index, id);
        }

        int highest = 0;
        foreach (SchemaIndex.Entry entry in index.Entries)
        {
            highest = Math.Max(highest, entry.Field.Id);
        }

        return highest;
    }

    /// <summary>Checks that a schema new to a table uses nothing that the table's format version lacks.</summary>
    public static void CheckNew(Schema schema, int formatVersion)
    {
        foreach (SchemaIndex.Entry entry in schema.Index.Entries)
        {
            NestedField field = entry.Field;
            if (field.Name.Length == 0)
            {
                throw new MetadataValidationException("Invalid schema: a field has an empty name", "name");
            }

            if (field.Id <= 0)
            {
                throw new MetadataValidationException($"Invalid schema: field id {field.Id} of {entry.FullName} is not positive", "id");
            }

            if (field.Type is PrimitiveType primitive && primitive.MinimumFormatVersion > formatVersion)
            {
                throw new MetadataValidationException(
                    $"Invalid schema for v{formatVersion}: type of {entry.FullName}: {primitive} is not supported until v{primitive.MinimumFormatVersion}", "type");
            }

            if (!field.InitialDefault.IsEmpty && formatVersion < 3)
            {
                throw new MetadataValidationException(
                    $"Invalid schema for v{formatVersion}: initial default of {entry.FullName}: non-null default is not supported until v3", "initial-default");
            }

            if (field.Required && field.Type is PrimitiveType { Kind: PrimitiveKind.Unknown })
            {
                throw new MetadataValidationException($"Invalid schema: {entry.FullName} of type unknown must be optional", "required");
            }

            DefaultValues.Check(entry.FullName, "initial-default", field.Type, field.InitialDefault);
            DefaultValues.Check(entry.FullName, "write-default", field.Type, field.WriteDefault);
        }
    }

    private static void CheckIdentifier(SchemaIndex index, int id)
    {
        SchemaIndex.Entry entry = index.Find(id)
            ?? throw Refused($"fieldId {id}", "field does not exist");
        if (!entry.Field.Type.IsPrimitive)
        {
            throw Refused($"field {entry.Field.Name}", "not a primitive type field");
        }

        if (!entry.Field.Required)
        {
            throw Refused($"field {entry.Field.Name}", "not a required field");
        }

        if (entry.Field.Type is PrimitiveType { Kind: PrimitiveKind.Float or PrimitiveKind.Double })
        {
            throw Refused($"field {entry.Field.Name}", "must not be float or double field");
        }

        for (SchemaIndex.Entry? parent = entry.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Field.Type is not StructType)
            {
                throw Refused($"field {entry.Field.Name}", $"must not be nested in {parent.Field.Name}");
            }

            if (!parent.Field.Required)
            {
                throw Refused($"field {entry.Field.Name}", $"must not be nested in an optional field {parent.Field.Name}");
            }
        }
    }

    private static MetadataValidationException Refused(string what, string why) =>
        new($"Cannot add {what} as an identifier field: {why}", "identifier-field-ids");
}
