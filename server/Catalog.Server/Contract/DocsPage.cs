using Scalar.AspNetCore;

namespace Catalog.Server.Contract;

/// <summary><c>/docs</c>: the contract to read in a browser. Everything it needs comes from this server.</summary>
internal static class DocsPage
{
    public static void MapDocs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", static context =>
        {
            context.Response.Redirect("/docs/");
            return Task.CompletedTask;
        });
        routes.MapScalarApiReference("/docs", static options =>
        {
            options.Title = "Catalog";
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.AddDocument("catalog", "Catalog", "/openapi/catalog.json", isDefault: true);
        });
    }
}
