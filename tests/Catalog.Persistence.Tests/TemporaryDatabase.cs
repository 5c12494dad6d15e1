namespace Catalog.Persistence.Tests;

/// <summary>A database in a folder of its own.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-db-").FullName;
    private readonly List<CatalogDatabase> _open = [];

    public string File => Path.Combine(_folder, "catalog.db");

    public CatalogDatabase Open()
    {
        CatalogDatabase database = CatalogDatabase.Open(File);
        _open.Add(database);
        return database;
    }

    public void Dispose()
    {
        _open.ForEach(static database => database.Dispose());
        Directory.Delete(_folder, recursive: true);
    }
}
