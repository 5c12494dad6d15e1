using Catalog.Persistence;
using Catalog.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Catalog.Core;

/// <summary>Adds the catalog to a host.</summary>
public static class CatalogServices
{
    /// <summary>The database's name in the data folder.</summary>
    public const string DatabaseFile = "catalog.db";

    /// <summary>
    /// Adds the catalog's services. The database is opened, and made on a first start, when the first of them is asked for;
    /// <see cref="Maintenance"/> starts with the host, before anything is served.
    /// </summary>
    public static IServiceCollection AddCatalogCore(this IServiceCollection services, CatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Ids>();
        services.AddSingleton(options);
        services.AddSingleton(static provider => OpenDatabase(provider.GetRequiredService<CatalogOptions>()));
        services.AddParts();

        // Public services with internal constructors: their parts are nobody else's.
        services.AddSingleton(static p => new Receipts(p.Get<CatalogDatabase>(), p.Get<CatalogOptions>(), p.Get<TimeProvider>()));
        services.AddSingleton(static p => new Namespaces(p.Get<CatalogDatabase>(), p.Get<Receipts>(), p.Get<PageTokens>(), p.Get<TimeProvider>()));
        services.AddSingleton(static p => new Warehouses(
            p.Get<CatalogDatabase>(), p.Get<Receipts>(), p.Get<PageTokens>(), p.Get<Places>(), p.Get<WarehouseCache>(), p.Get<BucketContents>(), p.Get<Ids>(), p.Get<TimeProvider>()));
        services.AddSingleton(static p => new Tables(
            p.Get<CatalogDatabase>(), p.Get<Receipts>(), p.Get<PageTokens>(), p.Get<MetadataFiles>(), p.Get<Drafts>(), p.Get<Swaps>(), p.Get<Settling>(), p.Get<Registrations>(), p.Get<TableMetrics>(), p.Get<JobRunner>(), p.Get<TimeProvider>()));
        services.AddSingleton(static p => new Commits(
            p.Get<CatalogDatabase>(), p.Get<MetadataFiles>(), p.Get<Drafts>(), p.Get<Swaps>(), p.Get<CommitLines>(), p.Get<Receipts>(), p.Get<Settling>(), p.Get<Transactions>()));
        services.AddSingleton(static p => new Maintenance(
            p.Get<FileRepair>(), p.Get<FileFlusher>(), p.Get<JobRunner>(), p.Get<Housekeeping>(), p.Get<ILogger<Maintenance>>()));
        services.AddSingleton<IHostedService>(static p => p.Get<Maintenance>());
        return services;
    }

    private static void AddParts(this IServiceCollection services)
    {
        services.AddSingleton<Places>();
        services.AddSingleton<TablePlaces>();
        services.AddSingleton<PageTokens>();
        services.AddSingleton<WarehouseCache>();
        services.AddSingleton<BucketContents>();
        services.AddSingleton<MetadataCache>();
        services.AddSingleton<MetadataFiles>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<Swaps>();
        services.AddSingleton<CommitLines>();
        services.AddSingleton<Settling>();
        services.AddSingleton<Transactions>();
        services.AddSingleton<Registrations>();
        services.AddSingleton<TableMetrics>();
        services.AddSingleton<FileFlusher>();
        services.AddSingleton<FileRepair>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<IJobHandler, Purges>();
        services.AddSingleton<Orphans>();
        services.AddSingleton<Housekeeping>();
    }

    private static T Get<T>(this IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();

    private static CatalogDatabase OpenDatabase(CatalogOptions options)
    {
        var file = new FileInfo(Path.Combine(options.DataPath, DatabaseFile));
        if (file is { Exists: false } or { Length: 0 })
        {
            // The database syncs what it writes, not the name of the folder it is in.
            Directory.CreateDirectory(options.DataPath);
            DurableFiles.SyncFolder(FileLocation.OfPath(options.DataPath));
        }

        return CatalogDatabase.Open(file.FullName);
    }
}
