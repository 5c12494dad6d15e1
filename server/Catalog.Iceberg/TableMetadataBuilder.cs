using Catalog.Iceberg.Encryption;
using Catalog.Iceberg.Json;
using Catalog.Iceberg.Partitioning;
using Catalog.Iceberg.Schemas;
using Catalog.Iceberg.Snapshots;
using Catalog.Iceberg.Sorting;

namespace Catalog.Iceberg;

/// <summary>
/// Applies the updates of one commit, in order, to a base version of the metadata or to nothing. The base is not
/// changed. Not for use by several threads, and for one <see cref="Build"/> only.
/// </summary>
public sealed partial class TableMetadataBuilder
{
    private readonly TableMetadata? _base;
    private readonly string? _baseLocation;

    private int _formatVersion;
    private string? _uuid;
    private string? _location;
    private ElementList<EncryptedKey> _keys;
    private int _addedKeys;
    private bool _fitsUnchecked;

    private TableMetadataBuilder(int formatVersion)
    {
        if (formatVersion is < TableMetadata.MinimumFormatVersion or > TableMetadata.SupportedFormatVersion)
        {
            throw new MetadataValidationException(
                $"Unsupported format version: v{formatVersion} (supported: v{TableMetadata.SupportedFormatVersion})", "format-version");
        }

        _formatVersion = formatVersion;
        _lastPartitionId = PartitionSpec.FirstFieldId - 1;
        _keys = ElementList<EncryptedKey>.Empty;
        HasChanges = true;
        _fitsUnchecked = true;
    }

    private TableMetadataBuilder(TableMetadata metadata, string? baseLocation)
    {
        _base = metadata;
        _baseLocation = baseLocation;
        _formatVersion = metadata.FormatVersion;
        _uuid = metadata.TableUuid;
        _location = metadata.Location;
        _lastColumnId = metadata.LastColumnId;
        _schemas = metadata.SchemaList;
        _currentSchemaId = metadata.CurrentSchemaId;
        _specs = metadata.SpecList;
        _defaultSpecId = metadata.DefaultSpecId;
        _lastPartitionId = metadata.LastPartitionId;
        _orders = metadata.OrderList;
        _defaultSortOrderId = metadata.DefaultSortOrderId;
        _properties = metadata.PropertyMap;
        _snapshots = metadata.SnapshotList;
        _currentSnapshotId = metadata.CurrentSnapshotId;
        _lastSequenceNumber = metadata.LastSequenceNumber;
        _nextRowId = metadata.NextRowId;
        _refs = metadata.RefMap;
        _statistics = metadata.StatisticsList;
        _partitionStatistics = metadata.PartitionStatisticsList;
        _keys = metadata.KeyList;
    }

    /// <summary>Says whether anything would differ from the base. Always true for a table that is being made.</summary>
    public bool HasChanges { get; private set; }

    /// <summary>The location as it would be built; null while a table that is being made has none.</summary>
    public string? Location => _location;

    /// <summary>Metadata files that the last <see cref="Build"/> pushed out of the metadata log.</summary>
    public IReadOnlyList<string> DroppedMetadataFiles { get; private set; } = [];

    /// <summary>Starts from an existing version.</summary>
    /// <param name="metadata">The base.</param>
    /// <param name="baseLocation">Where its file lies; goes into the metadata log. Null leaves the log as it is.</param>
    public static TableMetadataBuilder From(TableMetadata metadata, string? baseLocation)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new TableMetadataBuilder(metadata, baseLocation);
    }

    /// <summary>Starts from nothing, for a commit that makes a table.</summary>
    /// <param name="formatVersion">The format version of the first upgrade-format-version update, or the default.</param>
    public static TableMetadataBuilder ForCreate(int formatVersion = TableMetadata.DefaultFormatVersion) => new(formatVersion);

    /// <summary>Applies one update.</summary>
    /// <param name="update">The update.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="MetadataValidationException">The update breaks a rule.</exception>
    /// <exception cref="RequirementFailedException">The update was made for an older state of the table.</exception>
    public TableMetadataBuilder Apply(TableUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        update.Apply(this);
        return this;
    }

    internal void AssignUuid(string uuid)
    {
        if (!Guid.TryParseExact(uuid, "D", out _))
        {
            throw new MetadataValidationException($"Invalid uuid: {uuid}", "uuid");
        }

        if (string.Equals(_uuid, uuid, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (_base?.TableUuid is not null)
        {
            throw new MetadataValidationException("Cannot reassign uuid: the identity of a table is fixed at its creation", "uuid");
        }

        _uuid = uuid;
        HasChanges = true;
    }

    internal void UpgradeFormatVersion(int formatVersion)
    {
        if (formatVersion > TableMetadata.SupportedFormatVersion)
        {
            throw new MetadataValidationException(
                $"Cannot upgrade table to unsupported format version: v{formatVersion} (supported: v{TableMetadata.SupportedFormatVersion})", "format-version");
        }

        if (formatVersion < _formatVersion)
        {
            throw new MetadataValidationException($"Cannot downgrade v{_formatVersion} table to v{formatVersion}", "format-version");
        }

        if (formatVersion > _formatVersion)
        {
            _formatVersion = formatVersion;
            HasChanges = true;
        }
    }

    internal void SetLocation(string location)
    {
        string stripped = Locations.WithoutTrailingSlash(location);
        if (stripped.Length == 0)
        {
            throw new MetadataValidationException("location must not be empty", "location");
        }

        if (stripped != _location)
        {
            _location = stripped;
            HasChanges = true;
        }
    }

    internal void AddEncryptionKey(EncryptedKey key)
    {
        foreach (EncryptedKey known in _keys.Items)
        {
            if (known.KeyId == key.KeyId)
            {
                return;
            }
        }

        if (++_addedKeys > MaxAdded)
        {
            throw new MetadataValidationException($"Cannot add more than {MaxAdded} encryption keys in one commit", "updates");
        }

        _keys = _keys.Append(key);
        HasChanges = true;
    }

    internal void RemoveEncryptionKey(string keyId)
    {
        ElementList<EncryptedKey> kept = _keys.Where(key => key.KeyId != keyId);
        HasChanges |= !ReferenceEquals(kept, _keys);
        _keys = kept;
    }
}
