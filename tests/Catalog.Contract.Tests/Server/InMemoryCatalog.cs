using Catalog.Server.Bootstrap;
using Catalog.Server.Hosting;
using Catalog.Server.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Contract.Tests.Server;

/// <summary>The server within the test's process: everything of it but Kestrel and its sockets.</summary>
public sealed class InMemoryCatalog : IRunningCatalog, IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("catalog-memory-").FullName;
    private WebApplication? _application;

    public Uri Address { get; } = new("http://catalog.test");

    public string PlanasonixKey { get; } = "flx_" + Guid.NewGuid().ToString("N");

    public string AIStorAccessKey { get; } = "AK" + Guid.NewGuid().ToString("N")[..18].ToUpperInvariant();

    public string AIStorSecretKey { get; } = "sk" + Guid.NewGuid().ToString("N");

    /// <summary>What the server is made of.</summary>
    public IServiceProvider Services => Application.Services;

    private WebApplication Application => _application ?? throw new InvalidOperationException("The server was not started.");

    public HttpMessageHandler CreateHandler() => new RawTargetHandler(Application.GetTestServer().CreateHandler());

    public async ValueTask InitializeAsync()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = _data,
            ["Bootstrap:PlanasonixKey"] = PlanasonixKey,
            ["Bootstrap:AIStorAccessKey"] = AIStorAccessKey,
            ["Bootstrap:AIStorSecretKey"] = AIStorSecretKey,
            ["Logging:LogLevel:Default"] = "None",
        }).Build();
        ServerSettings settings = ServerSettingsReader.Read(configuration, out IReadOnlyList<string> failures);
        failures.ShouldBeEmpty();
        DataFolder.Prepare(_data);
        _application = CatalogApplication.Build(configuration, settings, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddRawTargets();
        });
        await _application.Services.GetRequiredService<FirstStart>().RunAsync();
        await _application.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        Directory.Delete(_data, recursive: true);
    }
}
