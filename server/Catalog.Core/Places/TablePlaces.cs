using Catalog.Iceberg;
using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>Judges where a table's metadata says that its files are or will be.</summary>
internal sealed class TablePlaces(Places places)
{
    /// <summary>Overrides where new metadata files go.</summary>
    public const string MetadataPath = "write.metadata.path";

    private const string DataPath = "write.data.path";
    private static readonly string[] PathProperties = [MetadataPath, DataPath, "write.object-storage.path", "write.folder-storage.path"];
    private static readonly string[] ManagedMetadataProperties =
    [
        "write.metadata.previous-versions-max", "write.metadata.delete-after-commit.enabled", "write.metadata.compression-codec",
    ];

    /// <summary>
    /// Refuses places and properties that <paramref name="next"/> would bring in. What <paramref name="before"/> has already
    /// is let be: another surface with wider rules may have set it.
    /// </summary>
    public void Check(SurfaceRules rules, Warehouse warehouse, TableMetadata? before, TableMetadata next)
    {
        foreach ((string key, string value) in next.Properties)
        {
            if (before is null || !before.Properties.TryGetValue(key, out string? old) || old != value)
            {
                CheckProperty(rules, warehouse, key, value);
            }
        }

        if (before is not null && before.Location != next.Location)
        {
            CheckMove(rules, warehouse, before.Location, next.Location);
        }
    }

    /// <summary>The location of a table that is made: the client's where it may choose, else a managed one.</summary>
    public string ForNew(SurfaceRules rules, Warehouse warehouse, TableName name, Guid uuid, string? asked)
    {
        string managed = Places.DefaultTable(warehouse, name, uuid);
        if (string.IsNullOrEmpty(asked))
        {
            return managed;
        }

        if (rules.ClientChoosesLocation)
        {
            places.Check(rules, warehouse, asked, "location");
            return asked.TrimEnd('/');
        }

        if (rules.RefuseLocation && !SamePlace(asked, managed))
        {
            throw new InvalidRequestException("The location of a table is managed and cannot be chosen", "location");
        }

        return managed;
    }

    /// <summary>Refuses a place that overlaps with another table's: clean-up by one's engine would take the other's files.</summary>
    public static void CheckFree(WriteTransaction transaction, string place, long except)
    {
        bool taken = TableRows.AnyAt(transaction, place, except) || TableRows.AnyBelow(transaction, place, except);
        for (int slash = place.LastIndexOf('/', place.Length - 2); !taken && slash > "file:///".Length; slash = place.LastIndexOf('/', slash - 1))
        {
            taken = TableRows.AnyAt(transaction, place[..(slash + 1)], except);
        }

        if (taken)
        {
            throw new InvalidRequestException($"The location overlaps with that of another table: {place.TrimEnd('/')}", "location");
        }
    }

    /// <summary>Whether a place was made for a table and is nobody else's, by the uuid at its end.</summary>
    public static bool IsManaged(string place, string uuid) =>
        uuid.Length > 0 && place.EndsWith($"-{uuid}/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Removes the folders of a table that did not come to be, as far as they are managed and empty.</summary>
    public static void RemoveEmpty(TableMetadata table, string metadataFolder)
    {
        if (IsManaged(table.Location + "/", table.TableUuid ?? ""))
        {
            FileStore.RemoveEmptyFolders(FileLocation.Parse(table.Location));
            FileStore.RemoveEmptyFolders(FileLocation.Parse(metadataFolder));
        }
    }

    /// <summary>The spelling of a location that the database compares, with a slash at its end.</summary>
    public static string PlaceOf(string location) => FileLocation.Parse(location).Canonical + "/";

    /// <summary>Whether two locations are the same place.</summary>
    public static bool SamePlace(string one, string other) =>
        one == other ||
        (FileLocation.TryParse(one, out FileLocation left, out _) && FileLocation.TryParse(other, out FileLocation right, out _) && left == right);

    private void CheckMove(SurfaceRules rules, Warehouse warehouse, string before, string next)
    {
        if (SamePlace(before, next))
        {
            return;
        }

        if (!rules.ClientChoosesLocation)
        {
            throw new InvalidRequestException("The location of a table is managed and cannot be changed", "location");
        }

        places.Check(rules, warehouse, next, "location");
    }

    private void CheckProperty(SurfaceRules rules, Warehouse warehouse, string key, string value)
    {
        PropertyLimits.Check(rules, [new(key, value)]);
        bool path = PathProperties.Contains(key, StringComparer.Ordinal);
        if (rules.RefusePathProperties && (path || IsManaged(key)))
        {
            throw new InvalidRequestException($"The property '{key}' is not supported: the places of a table's files are managed", "properties");
        }

        if (path)
        {
            places.Check(rules, warehouse, value, key);
        }

        if (key == "write.metadata.compression-codec" && !value.Equals("none", StringComparison.OrdinalIgnoreCase) && !value.Equals("gzip", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidRequestException($"Unknown metadata compression codec: {value}", key);
        }
    }

    private static bool IsManaged(string key) =>
        key.StartsWith(DataPath, StringComparison.Ordinal) ||
        (key.StartsWith("write.metadata.", StringComparison.Ordinal) &&
            !key.StartsWith("write.metadata.metrics.", StringComparison.Ordinal) &&
            !ManagedMetadataProperties.Contains(key, StringComparer.Ordinal));
}
