namespace Catalog.Iceberg.Updates;

/// <summary>Sets table properties.</summary>
/// <param name="Updates">Names and values; reserved names are not stored.</param>
public sealed record SetPropertiesUpdate(IReadOnlyDictionary<string, string> Updates) : TableUpdate
{
    /// <inheritdoc />
    public override void Apply(TableMetadataBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.SetProperties(Updates);
    }
}
