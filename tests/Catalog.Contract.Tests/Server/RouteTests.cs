using Catalog.Server.Settings;
using Catalog.Server.Surfaces;
using Catalog.Server.Surfaces.AIStor;
using Catalog.Server.Surfaces.Planasonix;
using Catalog.Testing.Contract;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Contract.Tests.Server;

/// <summary>The server's routes are the contract's operations: nothing missing, nothing extra.</summary>
public sealed class RouteTests(InMemoryCatalog catalog) : IClassFixture<InMemoryCatalog>
{
    [Fact]
    public void SurfaceRoutes_All_AreTheContractsOperations()
    {
        ServerSettings settings = catalog.Services.GetRequiredService<ServerSettings>();
        SurfaceProfile[] profiles = [PlanasonixProfile.Create(), AIStorProfile.Create(settings.AIStor)];
        IEnumerable<string> served = profiles.SelectMany(profile => catalog.Services.GetServices<IEndpointGroup>()
            .SelectMany(group => group.RoutesOf(profile))
            .Select(route => $"{route.Method} {WholeTemplate(profile, route.Template)}"));

        // The second /v1 is an alias for clients whose base address ends in /v1; aliases stand in no document.
        served.Where(route => !route.Contains(" /v1/v1/", StringComparison.Ordinal)).Order()
            .ShouldBe(ContractDescription.Current.Operations.Select(o => o.ToString()).Order());
    }

    [Fact]
    public void Endpoints_BesideTheSurfaces_AreHealthContractAndDocs()
    {
        IEnumerable<string> endpoints = catalog.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

        // The root leads to the docs page.
        endpoints.Select(path => path.Split('/')[1]).Distinct().Order().ShouldBe(["", "docs", "health", "openapi"]);
    }

    private static string WholeTemplate(SurfaceProfile profile, string template) =>
        template.StartsWith($"/{profile.Root}/", StringComparison.Ordinal) ? template : profile.Prefix + template;
}
