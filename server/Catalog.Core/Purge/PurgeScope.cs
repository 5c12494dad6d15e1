using Catalog.Persistence;
using Catalog.Persistence.Rows;
using Catalog.Storage;

namespace Catalog.Core;

/// <summary>
/// Which files a purge may delete: those within what the warehouse may use, and not at another table's place. The paths
/// come out of files that clients write, so each is judged.
/// </summary>
internal sealed class PurgeScope(CatalogDatabase database, Places places, Warehouse warehouse)
{
    private readonly Dictionary<string, bool> _folders = new(StringComparer.Ordinal);

    /// <summary>The place of a file that may be deleted; null for any other.</summary>
    public FileLocation? Of(string location)
    {
        if (!FileLocation.TryParse(location, out FileLocation file, out _) || !places.MayUse(warehouse, file))
        {
            return null;
        }

        string folder = file.Canonical[..(file.Canonical.LastIndexOf('/') + 1)];
        if (!_folders.TryGetValue(folder, out bool taken))
        {
            taken = IsTaken(folder);
            _folders.Add(folder, taken);
        }

        return taken ? null : file;
    }

    private bool IsTaken(string folder) => database.Read(folder, static (session, within) =>
    {
        for (int slash = within.Length - 1; slash > "file:///".Length; slash = within.LastIndexOf('/', slash - 1))
        {
            if (TableRows.AnyAt(session, within[..(slash + 1)], 0))
            {
                return true;
            }
        }

        return false;
    });
}
