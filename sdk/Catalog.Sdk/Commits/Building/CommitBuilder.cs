using Catalog.Sdk.Tables;

namespace Catalog.Sdk.Commits;

/// <summary>
/// Builds a commit of a table's metadata. It adds the requirements that protect each change: the table's uuid, and the
/// schema, spec, order or reference that the change starts from; properties may be changed by others meanwhile.
/// </summary>
/// <example>
/// <code>
/// await catalog.CommitAsync("sales.orders", metadata => new CommitBuilder(metadata)
///     .ChangeSchema(s => s.AddColumn("discount", "decimal(5,2)").RenameColumn("amount", "total"))
///     .SetProperty("owner", "sales")
///     .CreateTag("before-discounts")
///     .Build());
/// </code>
/// </example>
public sealed partial class CommitBuilder
{
    private readonly TableMetadata _metadata;
    private readonly List<TableRequirement> _requirements = [];
    private readonly List<TableUpdate> _updates = [];

    /// <summary>Makes a builder without changes.</summary>
    /// <param name="metadata">The metadata as loaded.</param>
    public CommitBuilder(TableMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        _metadata = metadata;
    }

    /// <summary>Changes the schema and makes the new one current.</summary>
    /// <param name="change">The changes.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A change does not fit the schema.</exception>
    public CommitBuilder ChangeSchema(Action<SchemaChange> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var schema = new SchemaChange(_metadata);
        change(schema);
        Require(new AssertCurrentSchemaId(_metadata.CurrentSchemaId));
        Require(new AssertLastAssignedFieldId(_metadata.LastColumnId));
        return Add(new AddSchemaUpdate(schema.Result) { LastColumnId = schema.LastColumnId }).Add(new SetCurrentSchemaUpdate(-1));
    }

    /// <summary>Replaces the partition spec; data that is there keeps its own.</summary>
    /// <param name="build">Adds the fields; none makes the table unpartitioned.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A column does not exist.</exception>
    public CommitBuilder ReplacePartitionSpec(Action<PartitionSpecBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var spec = new PartitionSpecBuilder(CurrentSchema());
        build(spec);
        Require(new AssertDefaultSpecId(_metadata.DefaultSpecId));
        Require(new AssertLastAssignedPartitionId(_metadata.LastPartitionId));
        return Add(new AddPartitionSpecUpdate(PartitionFieldIds.Assign(spec.Build(), _metadata))).Add(new SetDefaultPartitionSpecUpdate(-1));
    }

    /// <summary>Replaces the sort order.</summary>
    /// <param name="build">Adds the fields; none makes the table unsorted.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A column does not exist.</exception>
    public CommitBuilder ReplaceSortOrder(Action<SortOrderBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var order = new SortOrderBuilder(CurrentSchema());
        build(order);
        Require(new AssertDefaultSortOrderId(_metadata.DefaultSortOrderId));
        return Add(new AddSortOrderUpdate(order.Build())).Add(new SetDefaultSortOrderUpdate(-1));
    }

    /// <summary>Sets a property.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, sent as it is.</param>
    /// <returns>This builder.</returns>
    public CommitBuilder SetProperty(string name, string value) => SetProperties(new Dictionary<string, string> { [name] = value });

    /// <summary>Sets properties.</summary>
    /// <param name="properties">The properties.</param>
    /// <returns>This builder.</returns>
    public CommitBuilder SetProperties(IReadOnlyDictionary<string, string> properties) => Add(new SetPropertiesUpdate(properties));

    /// <summary>Removes properties.</summary>
    /// <param name="names">The names; missing ones are ignored.</param>
    /// <returns>This builder.</returns>
    public CommitBuilder RemoveProperties(params IEnumerable<string> names) => Add(new RemovePropertiesUpdate([.. names]));

    /// <summary>Raises the format version.</summary>
    /// <param name="formatVersion">The version.</param>
    /// <returns>This builder.</returns>
    public CommitBuilder UpgradeFormatVersion(int formatVersion) => Add(new UpgradeFormatVersionUpdate(formatVersion));

    /// <summary>Adds an update as it is.</summary>
    /// <param name="update">The update.</param>
    /// <returns>This builder.</returns>
    public CommitBuilder Add(TableUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        _updates.Add(update);
        return this;
    }

    /// <summary>Adds a requirement, unless there is an equal one.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <returns>This builder.</returns>
    public CommitBuilder Require(TableRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        if (!_requirements.Contains(requirement))
        {
            _requirements.Add(requirement);
        }

        return this;
    }

    /// <summary>Makes the plan of the commit.</summary>
    /// <returns>The plan; <see cref="CommitPlan.None"/> when nothing changes.</returns>
    public CommitPlan Build()
    {
        if (_updates.Count == 0)
        {
            return CommitPlan.None;
        }

        TableRequirement[] same = _metadata.TableUuid is { } uuid ? [new AssertTableUuid(uuid)] : [];
        return new CommitPlan([.. same, .. _requirements.Except(same)], [.. _updates]);
    }

    private Schema CurrentSchema() =>
        _updates.OfType<AddSchemaUpdate>().LastOrDefault()?.Schema ?? _metadata.CurrentSchema;
}
