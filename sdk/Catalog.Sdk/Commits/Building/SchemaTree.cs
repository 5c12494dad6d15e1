using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>Finds a field by its path and replaces the list of fields it stands in; everything else stays as it is.</summary>
internal static class SchemaTree
{
    /// <summary>Replaces the fields of the struct that holds the last name of the path.</summary>
    /// <param name="fields">The fields at this level.</param>
    /// <param name="path">The names from this level on.</param>
    /// <param name="edit">Gets the fields of that struct and the last name; gives the new fields.</param>
    public static IReadOnlyList<NestedField> Edit(IReadOnlyList<NestedField> fields, IReadOnlyList<string> path, Func<List<NestedField>, string, IReadOnlyList<NestedField>> edit) =>
        path.Count == 1
            ? edit([.. fields], path[0])
            : Replace(fields, path[0], field => field with { Type = EditWithin(field.Type, [.. path.Skip(1)], edit) });

    /// <summary>Replaces one field.</summary>
    public static IReadOnlyList<NestedField> Change(IReadOnlyList<NestedField> fields, IReadOnlyList<string> path, Func<NestedField, NestedField> change) =>
        Edit(fields, path, (siblings, name) => Replace(siblings, name, change));

    public static NestedField Find(IReadOnlyList<NestedField> fields, IReadOnlyList<string> path)
    {
        NestedField? found = null;
        _ = Edit(fields, path, (siblings, name) =>
        {
            found = siblings[IndexOf(siblings, name)];
            return siblings;
        });
        return found!;
    }

    public static int IndexOf(IReadOnlyList<NestedField> fields, string name)
    {
        for (int i = 0; i < fields.Count; i++)
        {
            if (fields[i].Name == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no column '{name}'. There are: {string.Join(", ", fields.Select(f => f.Name))}.");
    }

    private static NestedField[] Replace(IReadOnlyList<NestedField> fields, string name, Func<NestedField, NestedField> change)
    {
        NestedField[] copy = [.. fields];
        int index = IndexOf(fields, name);
        copy[index] = change(copy[index]);
        return copy;
    }

    private static IcebergType EditWithin(IcebergType type, IReadOnlyList<string> path, Func<List<NestedField>, string, IReadOnlyList<NestedField>> edit) => (type, path[0]) switch
    {
        (StructType structure, _) => new StructType(Edit(structure.Fields, path, edit)),
        (ListType list, "element") when path.Count > 1 => list with { Element = EditWithin(list.Element, [.. path.Skip(1)], edit) },
        (ListType list, "element") => list with { Element = AsField(edit, list.ElementId, "element", list.ElementRequired, list.Element).Type },
        (ListType list, _) => list with { Element = EditWithin(list.Element, path, edit) },
        (MapType map, "value") when path.Count > 1 => map with { Value = EditWithin(map.Value, [.. path.Skip(1)], edit) },
        (MapType map, "value") => map with { Value = AsField(edit, map.ValueId, "value", map.ValueRequired, map.Value).Type },
        (MapType map, "key") when path.Count > 1 => throw new ArgumentException("The key of a map cannot be changed."),
        (MapType map, _) => map with { Value = EditWithin(map.Value, path, edit) },
        _ => throw new ArgumentException($"A column of type {type} holds no field '{path[0]}'."),
    };

    /// <summary>Treats an element or a value as a field, so that its type can be changed as a column's can.</summary>
    private static NestedField AsField(Func<List<NestedField>, string, IReadOnlyList<NestedField>> edit, long id, string name, bool required, IcebergType type)
    {
        IReadOnlyList<NestedField> edited = edit([new NestedField { Id = id, Name = name, Required = required, Type = type }], name);
        return edited is [{ Name: var same } only] && same == name && only.Required == required
            ? only
            : throw new ArgumentException($"Only the type of '{name}' can be changed.");
    }
}
