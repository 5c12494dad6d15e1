using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Schemas;

namespace Catalog.Iceberg.Sorting;

/// <summary>Whether a sort order fits a schema, and the order under another id.</summary>
internal static class SortOrderRules
{
    public static void CheckFits(SortOrder order, Schema schema)
    {
        foreach (SortField field in order.Fields)
        {
            SchemaIndex.Entry source = schema.Index.Find(field.SourceId)
                ?? throw new MetadataValidationException(
                    $"Cannot find source column for sort field: source-id {field.SourceId}", "source-id");
            if (source.Field.Type is not PrimitiveType { IsPrimitive: true } type)
            {
                throw new MetadataValidationException($"Cannot sort by non-primitive source field: {source.FullName}", "source-id");
            }

            if (!field.Transform.Takes(type))
            {
                throw new MetadataValidationException($"Invalid source type {type} for transform: {field.Transform}", "transform");
            }
        }
    }

    public static void CheckKnown(SortOrder order)
    {
        foreach (SortField field in order.Fields)
        {
            if (field.Transform.Kind == TransformKind.Unknown)
            {
                throw new MetadataValidationException($"Unknown transform: {field.Transform}", "transform");
            }
        }
    }

    public static SortOrder WithId(SortOrder order, int orderId) => With(order, orderId, order.Fields);

    /// <summary>Rewrites an order with the source ids of <paramref name="fields"/>, which are its own fields in order.</summary>
    public static SortOrder With(SortOrder order, int orderId, IReadOnlyList<SortField> fields)
    {
        ReadOnlyMemory<byte> fieldsJson = JsonObjectEditor.Map(JsonObjectEditor.Get(order.Json, "fields"), (json, i) => Edit(json, fields[i]));
        ReadOnlyMemory<byte> json = JsonObjectEditor.Set(order.Json, ("order-id", JsonObjectEditor.Number(orderId)), ("fields", fieldsJson));
        return new SortOrder(orderId, fields, json);
    }

    private static ReadOnlyMemory<byte> Edit(ReadOnlyMemory<byte> json, SortField field)
    {
        ReadOnlyMemory<byte> edited = JsonObjectEditor.Set(
            json,
            ("transform", JsonObjectEditor.Text(field.Transform.Name)),
            ("direction", JsonObjectEditor.Text(field.Direction == SortDirection.Ascending ? "asc" : "desc")),
            ("null-order", JsonObjectEditor.Text(field.NullOrder == NullOrder.NullsFirst ? "nulls-first" : "nulls-last")));
        return JsonObjectEditor.Get(json, "source-id").IsEmpty
            ? JsonObjectEditor.Set(edited, ("source-ids", System.Text.Encoding.UTF8.GetBytes($"[{field.SourceId}]")))
            : JsonObjectEditor.Set(edited, ("source-id", JsonObjectEditor.Number(field.SourceId)));
    }
}
