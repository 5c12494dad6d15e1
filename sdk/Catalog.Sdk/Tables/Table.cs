using System.Text;

namespace Catalog.Sdk.Tables;

/// <summary>A table as the catalog answered it: its metadata, typed and as bytes, and what comes with it.</summary>
public sealed class Table
{
    /// <summary>Makes a table of its parts; the SDK does so for answers, tests may do so too.</summary>
    /// <param name="identifier">The namespace and name.</param>
    /// <param name="metadata">The metadata.</param>
    public Table(TableIdentifier identifier, TableMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        ArgumentNullException.ThrowIfNull(metadata);
        Identifier = identifier;
        Metadata = metadata;
    }

    /// <summary>The namespace and name.</summary>
    public TableIdentifier Identifier { get; }

    /// <summary>The metadata.</summary>
    public TableMetadata Metadata { get; }

    /// <summary>Where the current metadata file is; null for a staged table.</summary>
    public string? MetadataLocation { get; init; }

    /// <summary>Settings for this table that the server hands to clients; may hold vended credentials.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Vended credentials, each for a part of the storage; empty when the server vends none.</summary>
    public IReadOnlyList<StorageCredential> StorageCredentials { get; init; } = [];

    /// <summary>The entity tag of the answer, for <see cref="ITableCatalog.LoadTableIfChangedAsync"/>; null when the server sent none.</summary>
    public string? ETag { get; init; }

    /// <summary>The metadata exactly as the server sent it, in UTF-8; empty when the table was made of parts.</summary>
    public ReadOnlyMemory<byte> MetadataUtf8 { get; init; }

    /// <summary>The metadata exactly as the server sent it.</summary>
    /// <returns>The JSON; empty when the table was made of parts.</returns>
    public string GetMetadataJson() => Encoding.UTF8.GetString(MetadataUtf8.Span);

    /// <inheritdoc/>
    public override string ToString() => Identifier.ToString();
}
