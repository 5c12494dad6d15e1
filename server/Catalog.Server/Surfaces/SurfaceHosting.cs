using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Configuration;
using Catalog.Server.Idempotency;
using Catalog.Server.Namespaces;
using Catalog.Server.Requests;
using Catalog.Server.Routing;
using Catalog.Server.Settings;
using Catalog.Server.Surfaces.AIStor;
using Catalog.Server.Surfaces.Planasonix;
using Catalog.Server.Tables;
using Catalog.Server.Warehouses;

namespace Catalog.Server.Surfaces;

/// <summary>Adds the surfaces to the server: each endpoint group is mapped once for each profile.</summary>
internal static class SurfaceHosting
{
    public static IServiceCollection AddSurfaces(this IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton(new JsonBody(settings.Limits.JsonDepth));
        services.AddSingleton<Mutations>();
        services.AddSingleton<IEndpointGroup, TokenRoutes>();
        services.AddSingleton<IEndpointGroup, ConfigEndpoints>();
        services.AddSingleton<IEndpointGroup, NamespaceEndpoints>();
        services.AddSingleton<IEndpointGroup, TableEndpoints>();
        services.AddSingleton<IEndpointGroup, TableStateEndpoints>();
        services.AddSingleton<IEndpointGroup, WarehouseEndpoints>();
        services.AddSurface(PlanasonixProfile.Create());
        services.AddSurface(AIStorProfile.Create(settings.AIStor));
        services.AddSingleton<SurfaceDispatcher>();
        return services;
    }

    /// <summary>Sends requests under a surface's root to it, before anything else looks at them.</summary>
    public static void UseSurfaces(this WebApplication app)
    {
        SurfaceDispatcher dispatcher = app.Services.GetRequiredService<SurfaceDispatcher>();
        app.Use(next => context => dispatcher.InvokeAsync(context, next));
    }

    private static void AddSurface(this IServiceCollection services, SurfaceProfile profile) =>
        services.AddSingleton(provider => new SurfacePipeline(
            profile,
            RoutesOf(profile, provider.GetServices<IEndpointGroup>()),
            provider.GetRequiredKeyedService<IRequestAuthenticator>(profile.Surface),
            provider.GetRequiredService<AccessControl>(),
            provider.GetRequiredService<ServerSettings>(),
            provider.GetRequiredService<ILogger<SurfacePipeline>>()));

    private static RouteTree<SurfaceRoute> RoutesOf(SurfaceProfile profile, IEnumerable<IEndpointGroup> groups)
    {
        RouteTree<SurfaceRoute> routes = new();
        foreach (SurfaceRoute route in groups.SelectMany(g => g.RoutesOf(profile)))
        {
            if (route.Template.StartsWith("/" + profile.Root + "/", StringComparison.Ordinal))
            {
                routes.Add(route.Method, route.Template, route);
                continue;
            }

            foreach (string prefix in profile.Aliases.Prepend(profile.Prefix))
            {
                routes.Add(route.Method, prefix + route.Template, route);
            }
        }

        return routes;
    }
}
