using Catalog.Iceberg.Json;

namespace Catalog.Iceberg.Partitioning;

/// <summary>Gives a spec and its fields other ids and leaves everything else in its JSON as it came.</summary>
internal static class PartitionSpecEditor
{
    /// <summary>Rewrites a spec with the ids of <paramref name="fields"/>, which are its own fields in order.</summary>
    public static PartitionSpec With(PartitionSpec spec, int specId, IReadOnlyList<PartitionField> fields)
    {
        ReadOnlyMemory<byte> fieldsJson = JsonObjectEditor.Map(JsonObjectEditor.Get(spec.Json, "fields"), (json, i) => Edit(json, fields[i]));
        ReadOnlyMemory<byte> json = JsonObjectEditor.Set(spec.Json, ("spec-id", JsonObjectEditor.Number(specId)), ("fields", fieldsJson));
        return new PartitionSpec(specId, fields, json);
    }

    /// <summary>Numbers the fields that have no id: from 1000, as the writers of old tables counted them.</summary>
    public static PartitionSpec WithCountedIds(PartitionSpec spec) => spec.Fields.All(field => field.FieldId is not null)
        ? spec
        : With(spec, spec.SpecId, [.. spec.Fields.Select((field, i) => field with { FieldId = field.FieldId ?? PartitionSpec.FirstFieldId + i })]);

    private static ReadOnlyMemory<byte> Edit(ReadOnlyMemory<byte> json, PartitionField field)
    {
        ReadOnlyMemory<byte> edited = JsonObjectEditor.Set(
            json,
            ("transform", JsonObjectEditor.Text(field.Transform.Name)),
            ("field-id", JsonObjectEditor.Number(field.FieldId!.Value)));
        return JsonObjectEditor.Get(json, "source-id").IsEmpty
            ? JsonObjectEditor.Set(edited, ("source-ids", System.Text.Encoding.UTF8.GetBytes($"[{field.SourceId}]")))
            : JsonObjectEditor.Set(edited, ("source-id", JsonObjectEditor.Number(field.SourceId)));
    }
}
