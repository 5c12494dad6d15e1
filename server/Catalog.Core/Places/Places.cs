using System.Text;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>Where things lie, and where they may.</summary>
internal sealed class Places
{
    private const int MaxSegment = 60;
    private const string SystemFolder = ".aistor-tables";
    private readonly FileLocation _data;
    private readonly FileLocation _realData;
    private readonly FileLocation _warehouses;
    private readonly List<FileLocation> _allowed;

    public Places(CatalogOptions options)
    {
        _data = FileLocation.OfPath(options.DataPath);
        _realData = FileStore.Resolve(_data);
        _warehouses = FileLocation.OfPath(Path.Combine(options.DataPath, "warehouses"));
        _allowed = [.. options.AllowedLocations.Select(FileLocation.ParsePrefix)];
    }

    /// <summary>Makes the folder that holds the warehouses' folders.</summary>
    public void CreateRoot() => FileStore.CreateFolder(_warehouses);

    /// <summary>The folder of a warehouse that is being made.</summary>
    public string WarehouseFolder(string bucket) => $"{_warehouses.Canonical}/{bucket}";

    /// <summary>
    /// The place of a table that did not ask for one. Names only decorate it, cut and reduced to what every client can
    /// put into a URI; the uuid makes it unique.
    /// </summary>
    public static string DefaultTable(Warehouse warehouse, TableName name, Guid uuid)
    {
        var place = new StringBuilder(warehouse.Location);
        foreach (string level in name.Namespace.Levels)
        {
            Append(place.Append('/'), level);
        }

        Append(place.Append('/'), name.Name);
        return place.Append('-').Append(uuid).ToString();
    }

    /// <summary>Where the metadata of a table goes that lies at <paramref name="location"/>.</summary>
    public static string MetadataFolder(MetadataLayout layout, Warehouse warehouse, string location)
    {
        if (layout == MetadataLayout.WarehouseFolder)
        {
            FileLocation root = FileLocation.Parse(warehouse.Location);
            FileLocation table = FileLocation.Parse(location);
            if (table.IsWithin(root) && table != root)
            {
                return $"{warehouse.Location}/{SystemFolder}{table.Path[root.Path.Length..]}/metadata";
            }
        }

        return location + "/metadata";
    }

    /// <summary>The place, with a slash at its end, of the table whose metadata goes to a folder by default; null for another folder.</summary>
    public static string? OfMetadataFolder(string warehouseLocation, string folder)
    {
        const string Ending = "/metadata";
        if (!folder.EndsWith(Ending, StringComparison.Ordinal) || !folder.StartsWith(warehouseLocation + "/", StringComparison.Ordinal))
        {
            return null;
        }

        string inside = folder[warehouseLocation.Length..^Ending.Length];
        if (inside.StartsWith($"/{SystemFolder}/", StringComparison.Ordinal))
        {
            inside = inside[(SystemFolder.Length + 1)..];
        }

        return $"{warehouseLocation}{inside}/";
    }

    /// <summary>Reads a location that a client gave and refuses it where the warehouse may not use it.</summary>
    public FileLocation Check(SurfaceRules rules, Warehouse warehouse, string location, string field)
    {
        if (!FileLocation.TryParse(location, out FileLocation parsed, out string? problem))
        {
            throw new InvalidRequestException($"{problem}: {location}", field);
        }

        return MayUse(warehouse, parsed, ownOnly: !rules.ClientChoosesLocation)
            ? parsed
            : throw new InvalidRequestException($"The location is not within what warehouse {warehouse.Name} may use: {location}", field);
    }

    /// <summary>
    /// Whether a warehouse may use a place: below its own folder, or within what the operator allows apart from the data
    /// folder, which holds the other warehouses and the catalog's own files.
    /// </summary>
    public bool MayUse(Warehouse warehouse, FileLocation location, bool ownOnly = false)
    {
        FileLocation own = FileLocation.Parse(warehouse.Location);
        FileLocation real = FileStore.Resolve(location);
        if (location.IsWithin(own) && location != own)
        {
            // A link could lead out of the folder.
            return real.IsWithin(FileStore.Resolve(own));
        }

        return !ownOnly && !location.IsWithin(_data) && !real.IsWithin(_realData) &&
            _allowed.Any(prefix => location.IsWithin(prefix) && real.IsWithin(FileStore.Resolve(prefix)));
    }

    private static void Append(StringBuilder place, string name)
    {
        foreach (Rune rune in name.EnumerateRunes().Take(MaxSegment))
        {
            bool plain = rune.IsAscii && (char.IsAsciiLetterLower((char)rune.Value) || char.IsAsciiDigit((char)rune.Value) || rune.Value is '_' or '-');
            place.Append(plain ? (char)rune.Value : '_');
        }
    }
}
