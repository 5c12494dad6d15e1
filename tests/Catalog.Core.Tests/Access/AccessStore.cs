using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Core.Tests.Access;

/// <summary>Organisations and keys in a data folder of their own, with a clock that the test moves.</summary>
internal sealed class AccessStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    public AccessStore(DateTimeOffset now, string? folder = null, FakeTimeProvider? time = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("catalog-access-").FullName;
        Time = time ?? new FakeTimeProvider(now);
        Options = new CatalogOptions { DataPath = Folder };
        Database = CatalogDatabase.Open(Path.Combine(Folder, "catalog.db"));
        _services = new ServiceCollection()
            .AddSingleton(Options)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(Database)
            .AddCatalogAccess()
            .BuildServiceProvider();
    }

    public string Folder { get; }

    public FakeTimeProvider Time { get; }

    public CatalogOptions Options { get; }

    public CatalogDatabase Database { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Organisation> OrganisationAsync(string name, OrganisationTier tier = OrganisationTier.Enterprise)
    {
        await Database.WriteAsync(transaction =>
        {
            using Statement insert = transaction.Prepare(
                "INSERT INTO warehouses (name, bucket, uuid, location, properties, created_ms) VALUES ($1, $1, $2, $1, '{}', 0) ON CONFLICT DO NOTHING");
            return insert.Bind(1, name).Bind(2, Guid.NewGuid().ToString()).Execute();
        });
        return await Get<Organisations>().CreateAsync(name, tier, name);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Database.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
