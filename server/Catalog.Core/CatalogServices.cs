using Catalog.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Catalog.Core;

/// <summary>Adds the catalog to a host.</summary>
public static class CatalogServices
{
    /// <summary>The database's name in the data folder.</summary>
    public const string DatabaseFile = "catalog.db";

    /// <summary>
    /// Adds the catalog's services. The database is opened, and made on a first start, when the first of them is asked for.
    /// </summary>
    public static IServiceCollection AddCatalogCore(this IServiceCollection services, CatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Ids>();
        services.AddSingleton(options);
        services.AddSingleton(static provider => OpenDatabase(provider.GetRequiredService<CatalogOptions>()));
        services.AddSingleton<Places>();
        services.AddSingleton<PageTokens>();
        services.AddSingleton<WarehouseCache>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<BucketContents>();
        services.AddSingleton(static p => new Receipts(p.GetRequiredService<CatalogDatabase>(), p.GetRequiredService<CatalogOptions>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static p => new Namespaces(
            p.GetRequiredService<CatalogDatabase>(), p.GetRequiredService<Receipts>(), p.GetRequiredService<PageTokens>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(static p => new Warehouses(
            p.GetRequiredService<CatalogDatabase>(),
            p.GetRequiredService<Receipts>(),
            p.GetRequiredService<PageTokens>(),
            p.GetRequiredService<Places>(),
            p.GetRequiredService<WarehouseCache>(),
            p.GetRequiredService<BucketContents>(),
            p.GetRequiredService<Ids>(),
            p.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static CatalogDatabase OpenDatabase(CatalogOptions options)
    {
        Directory.CreateDirectory(options.DataPath);
        return CatalogDatabase.Open(Path.Combine(options.DataPath, DatabaseFile));
    }
}
