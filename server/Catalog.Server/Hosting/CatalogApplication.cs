using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Authentication;
using Catalog.Server.Bootstrap;
using Catalog.Server.Contract;
using Catalog.Server.Health;
using Catalog.Server.Settings;
using Catalog.Server.Surfaces;

namespace Catalog.Server.Hosting;

/// <summary>Puts the server together: Kestrel, services, surfaces.</summary>
internal static class CatalogApplication
{
    /// <param name="configuration">Everything that was set.</param>
    /// <param name="settings">The server's own settings among it.</param>
    /// <param name="customise">What a host other than the <c>serve</c> verb does differently, after all else is added.</param>
    public static WebApplication Build(IConfiguration configuration, ServerSettings settings, Action<WebApplicationBuilder>? customise = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = "Catalog.Server",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddConfiguration(configuration);
        builder.AddServerLogging();
        builder.AddKestrel(settings);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(settings);
        builder.Services.AddCatalogCore(new CatalogOptions
        {
            DataPath = settings.DataPath,
            AllowedLocations = settings.AllowedLocations,
            IdempotencyLifetime = settings.IdempotencyLifetime,
        });
        builder.Services.AddCatalogAccess();
        builder.Services.AddCatalogAuthentication();
        builder.Services.AddSurfaces(settings);
        builder.Services.AddSingleton<FirstStart>();
        customise?.Invoke(builder);

        WebApplication app = builder.Build();
        app.UseSurfaces();
        app.UseRouting();
        app.MapHealth();
        app.MapContract();
        app.MapDocs();
        return app;
    }
}
