using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Schemas;
using Catalog.Iceberg.Sorting;

namespace Catalog.Iceberg;

/// <content>Schemas, partition specs and sort orders.</content>
public sealed partial class TableMetadataBuilder
{
    private const int LastAdded = -1;
    private const int MaxAdded = 1000;

    private int _lastColumnId;
    private ElementList<Schema> _schemas = ElementList<Schema>.Empty;
    private int _currentSchemaId;
    private int? _lastAddedSchemaId;
    private HashSet<int>? _addedSchemaIds;

    private ElementList<PartitionSpec> _specs = ElementList<PartitionSpec>.Empty;
    private int _defaultSpecId;
    private int _lastPartitionId;
    private int? _lastAddedSpecId;
    private HashSet<int>? _addedSpecIds;

    private ElementList<SortOrder> _orders = ElementList<SortOrder>.Empty;
    private int _defaultSortOrderId;
    private int? _lastAddedOrderId;
    private HashSet<int>? _addedOrderIds;

    internal void AddSchema(Schema schema)
    {
        foreach (Schema known in _schemas.Items)
        {
            if (known.SameAs(schema))
            {
                _lastAddedSchemaId = Reused(known.SchemaId, _addedSchemaIds);
                return;
            }
        }

        CheckCount(_addedSchemaIds, "schemas");
        SchemaRules.CheckNew(schema, _formatVersion);
        int id = NextId(_schemas, 0);
        _schemas = _schemas.Append(SchemaEditor.WithId(schema, id));
        _lastColumnId = Math.Max(_lastColumnId, schema.HighestFieldId);
        (_addedSchemaIds ??= []).Add(id);
        _lastAddedSchemaId = id;
        HasChanges = true;
    }

    internal void SetCurrentSchema(int schemaId)
    {
        int id = Resolve(schemaId, _lastAddedSchemaId, "schema", "schema-id");
        if (!_schemas.Contains(id))
        {
            throw new MetadataValidationException($"Cannot set current schema to unknown schema: {id}", "schema-id");
        }

        _fitsUnchecked |= id != _currentSchemaId;
        HasChanges |= id != _currentSchemaId;
        _currentSchemaId = id;
    }

    internal void RemoveSchemas(IReadOnlyCollection<int> schemaIds)
    {
        if (schemaIds.Contains(_currentSchemaId))
        {
            throw new MetadataValidationException("Cannot remove the current schema", "schema-ids");
        }

        var removed = schemaIds.ToHashSet();
        ElementList<Schema> kept = _schemas.Where(schema => !removed.Contains(schema.SchemaId));
        HasChanges |= !ReferenceEquals(kept, _schemas);
        _schemas = kept;
    }

    internal void AddSpec(PartitionSpec spec)
    {
        Schema schema = CurrentSchema("a partition spec");
        foreach (PartitionSpec known in _specs.Items)
        {
            if (known.SameAs(spec))
            {
                _lastAddedSpecId = Reused(known.SpecId, _addedSpecIds);
                return;
            }
        }

        CheckCount(_addedSpecIds, "partition specs");
        PartitionSpecRules.CheckNames(spec, schema);
        PartitionSpecRules.CheckFits(spec, schema);
        int id = NextId(_specs, 0);
        PartitionSpec added = PartitionSpecEditor.With(spec, id, PartitionFieldIds.Assign(spec, _specs, _lastPartitionId, _formatVersion));
        _specs = _specs.Append(added);
        _lastPartitionId = Math.Max(_lastPartitionId, added.HighestFieldId);
        (_addedSpecIds ??= []).Add(id);
        _lastAddedSpecId = id;
        HasChanges = true;
    }

    internal void SetDefaultSpec(int specId)
    {
        // Whether the id is known is seen at the end: a replacing transaction may name it before it adds it.
        int id = Resolve(specId, _lastAddedSpecId, "partition spec", "spec-id");
        _fitsUnchecked |= id != _defaultSpecId;
        HasChanges |= id != _defaultSpecId;
        _defaultSpecId = id;
    }

    internal void RemoveSpecs(IReadOnlyCollection<int> specIds)
    {
        if (specIds.Contains(_defaultSpecId))
        {
            throw new MetadataValidationException("Cannot remove the default partition spec", "spec-ids");
        }

        var removed = specIds.ToHashSet();
        ElementList<PartitionSpec> kept = _specs.Where(spec => !removed.Contains(spec.SpecId));
        HasChanges |= !ReferenceEquals(kept, _specs);
        _specs = kept;
    }

    internal void AddSortOrder(SortOrder order)
    {
        Schema schema = CurrentSchema("a sort order");
        foreach (SortOrder known in _orders.Items)
        {
            if (known.SameAs(order))
            {
                _lastAddedOrderId = Reused(known.OrderId, _addedOrderIds);
                return;
            }
        }

        CheckCount(_addedOrderIds, "sort orders");
        SortOrderRules.CheckKnown(order);
        SortOrderRules.CheckFits(order, schema);
        int id = order.Fields.Count == 0 ? 0 : NextId(_orders, 1);
        _orders = _orders.Append(SortOrderRules.WithId(order, id));
        (_addedOrderIds ??= []).Add(id);
        _lastAddedOrderId = id;
        HasChanges = true;
    }

    internal void SetDefaultSortOrder(int orderId)
    {
        int id = Resolve(orderId, _lastAddedOrderId, "sort order", "sort-order-id");
        _fitsUnchecked |= id != _defaultSortOrderId;
        HasChanges |= id != _defaultSortOrderId;
        _defaultSortOrderId = id;
    }

    private static int Resolve(int id, int? lastAdded, string what, string field) => id != LastAdded
        ? id
        : lastAdded ?? throw new MetadataValidationException($"Cannot set last added {what}: no {what} has been added", field);

    /// <summary>What "last added" means after an add that changed nothing: only what this commit added counts.</summary>
    private static int? Reused(int id, HashSet<int>? added) => added?.Contains(id) == true ? id : null;

    /// <summary>Each add is compared with all others: no honest commit adds as many as make that slow.</summary>
    private static void CheckCount(HashSet<int>? added, string what)
    {
        if (added?.Count >= MaxAdded)
        {
            throw new MetadataValidationException($"Cannot add more than {MaxAdded} {what} in one commit", "updates");
        }
    }

    private static int NextId<T>(ElementList<T> list, int first)
        where T : class, IElement
    {
        long next = first;
        foreach (long key in list.Keys)
        {
            next = Math.Max(next, key + 1);
        }

        return next <= int.MaxValue ? (int)next : throw new MetadataValidationException("No more ids can be given");
    }

    private Schema CurrentSchema(string what) => _schemas.Find(_currentSchemaId)
        ?? throw new MetadataValidationException($"Attempting to add {what} before a current schema is set");

    /// <summary>Checks what can only be known once every update has been applied.</summary>
    private void CheckFits()
    {
        if (!_fitsUnchecked)
        {
            return;
        }

        Schema schema = _schemas.Find(_currentSchemaId)
            ?? throw new MetadataValidationException("The table has no current schema", "current-schema-id");
        PartitionSpecRules.CheckFits(
            _specs.Find(_defaultSpecId)
                ?? throw new MetadataValidationException($"Cannot set default partition spec to unknown spec: {_defaultSpecId}", "spec-id"),
            schema);
        SortOrderRules.CheckFits(
            _orders.Find(_defaultSortOrderId)
                ?? throw new MetadataValidationException($"Cannot set default sort order to unknown sort order: {_defaultSortOrderId}", "sort-order-id"),
            schema);
    }
}
