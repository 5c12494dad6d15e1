using System.Text;
using System.Text.Json;
using Catalog.Iceberg;
using Catalog.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Catalog.Core.Tests;

/// <summary>A catalog on a folder of its own, as one server process would have it. Two on one folder act as two processes.</summary>
internal sealed class CatalogFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;
    private bool _started;

    public CatalogFixture(string? folder = null, TimeProvider? time = null, Func<CatalogOptions, CatalogOptions>? configure = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("catalog-core-").FullName;
        var options = new CatalogOptions { DataPath = Path.Combine(Folder, "data") };
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(Microsoft.Extensions.Logging.Abstractions.NullLogger<>));
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        services.AddCatalogCore(configure?.Invoke(options) ?? options);
        _services = services.BuildServiceProvider();
    }

    public string Folder { get; }

    public CatalogDatabase Database => Get<CatalogDatabase>();

    public Warehouses Warehouses => Get<Warehouses>();

    public Namespaces Namespaces => Get<Namespaces>();

    public Tables Tables => Get<Tables>();

    public Commits Commits => Get<Commits>();

    public Receipts Receipts => Get<Receipts>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts the background work, and with it the repair.</summary>
    public async Task<CatalogFixture> StartAsync()
    {
        await Get<IHostedService>().StartAsync(default);
        _started = true;
        return this;
    }

    /// <summary>A warehouse named <c>main</c>, made on first use, and how the tests call into it.</summary>
    public async Task<Operation> OperationAsync(SurfaceRules? rules = null, string warehouse = "main")
    {
        Caller caller = Tester;
        try
        {
            return new Operation(rules ?? SurfaceRules.Planasonix, Warehouses.Get(warehouse), caller);
        }
        catch (NoSuchWarehouseException)
        {
            Warehouse made = await Warehouses.CreateAsync(SurfaceRules.AIStor, caller, new CreateWarehouseRequest(warehouse));
            return new Operation(rules ?? SurfaceRules.Planasonix, made, caller);
        }
    }

    public static Caller Tester { get; } = new("tester", Surface.Planasonix, CanWrite: true);

    public static NamespaceName Ns(params string[] levels) => NamespaceName.Of(levels);

    public static TableName Named(string ns, string name) => new(NamespaceName.Of(ns.Split('.')), name);

    public static CreateTableRequest Create(string name, string more = "") => CreateTableRequest.Parse(
        Json($$"""{"name":{{JsonSerializer.Serialize(name)}},"schema":{"type":"struct","fields":[{"id":1,"name":"id","type":"long","required":true}]}{{more}}}"""), true);

    public static CommitTableRequest Commit(string updates, string requirements = "") =>
        CommitTableRequest.Parse(Json($$"""{"requirements":[{{requirements}}],"updates":[{{updates}}]}"""));

    public static CommitTableRequest Change(string ns, string table, string updates, string requirements = "") =>
        CommitTableRequest.Parse(Json(
            $$"""{"identifier":{"namespace":{{JsonSerializer.Serialize(ns.Split('.'))}},"name":"{{table}}"},"requirements":[{{requirements}}],"updates":[{{updates}}]}"""));

    public static CommitTableRequest SetProperty(string key, string value) => Commit(SetPropertyUpdate(key, value));

    public static string SetPropertyUpdate(string key, string value) =>
        $$"""{"action":"set-properties","updates":{{JsonSerializer.Serialize(new Dictionary<string, string> { [key] = value })}}}""";

    public static TableMetadata Read(LoadedTable table) => TableMetadata.Parse(table.Metadata);

    public static string PathOf(string location) => location["file://".Length..];

    public static JsonElement Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        if (_started)
        {
            await Get<IHostedService>().StopAsync(default);
        }

        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
