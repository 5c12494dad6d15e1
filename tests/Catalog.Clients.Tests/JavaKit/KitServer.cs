using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Clients.Tests.JavaKit;

/// <summary>One server for all of the kit's tests; each test works in namespaces of its own.</summary>
public sealed class KitServer : IAsyncLifetime
{
    private ServerProcess? _server;
    private RawCatalog[] _catalogs = [];

    public async ValueTask InitializeAsync()
    {
        _server = await ServerProcess.StartAsync(new ServerProcessOptions
        {
            Settings = new Dictionary<string, string> { ["Warehouses:AllowedLocations:0"] = $"file:{Path.GetTempPath().TrimEnd('/')}" },
        }).ConfigureAwait(false);
        _catalogs =
        [
            RawCatalog.Planasonix(_server.BaseAddress, _server.PlanasonixKey),
            RawCatalog.AIStor(_server.BaseAddress, "main", _server.AIStorAccessKey, _server.AIStorSecretKey),
        ];
    }

    public RawCatalog Catalog(string surface) => _catalogs.Single(catalog => catalog.Name == surface);

    public async ValueTask DisposeAsync()
    {
        foreach (RawCatalog catalog in _catalogs)
        {
            catalog.Dispose();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }
    }
}
