using Catalog.Server.Bootstrap;
using Catalog.Server.Hosting;
using Catalog.Server.Settings;
using Catalog.Testing.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Server.Tests.Running;

/// <summary>The server inside the test process: a real Kestrel on a free port, a data folder of its own.</summary>
public class RunningServer : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "catalog-" + Guid.NewGuid().ToString("N"));
    private WebApplication? _app;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    /// <summary>Both surfaces on the same warehouse, the AIStor one with signed requests.</summary>
    public IReadOnlyList<RawCatalog> Surfaces => [Planasonix, AIStor];

    public RawCatalog Planasonix { get; private set; } = null!;

    public RawCatalog AIStor { get; private set; } = null!;

    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    public RawCatalog Surface(string name) => Surfaces.Single(s => s.Name == name);

    public string DataPath => _data;

    public async ValueTask InitializeAsync()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("urls", "http://127.0.0.1:0"), new("Data:Path", _data), .. Settings])
            .Build();
        ServerSettings settings = ServerSettingsReader.Read(configuration, out IReadOnlyList<string> failures);
        failures.ShouldBeEmpty();
        DataFolder.Prepare(settings.DataPath);
        _app = CatalogApplication.Build(configuration, settings);
        Credentials made = (await _app.Services.GetRequiredService<FirstStart>().RunAsync())!;
        await _app.StartAsync();
        Address = new Uri(BoundAddress.Of(_app)!);
        Planasonix = RawCatalog.Planasonix(Address, made.Planasonix.Key);
        AIStor = RawCatalog.AIStor(Address, made.Planasonix.Warehouse, made.AIStor.AccessKey, made.AIStor.SecretKey);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Planasonix?.Dispose();
        AIStor?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (Directory.Exists(_data))
        {
            Directory.Delete(_data, recursive: true);
        }
    }
}
