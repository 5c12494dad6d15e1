using Catalog.Server.Health;
using Catalog.Server.Settings;

namespace Catalog.Server.Hosting;

/// <summary>Puts the server together: Kestrel, services, surfaces.</summary>
internal static class CatalogApplication
{
    public static WebApplication Build(IConfiguration configuration, ServerSettings settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = "Catalog.Server",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddConfiguration(configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddRoutingCore();
        builder.AddServerLogging();
        builder.AddKestrel(settings);

        WebApplication app = builder.Build();
        app.MapHealth();
        return app;
    }
}
