using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Hosting;
using Catalog.Server.Settings;
using Catalog.Server.Surfaces;
using Catalog.Server.Surfaces.AIStor;
using Catalog.Server.Surfaces.Planasonix;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Server.Tests.Authentication.Walk;

/// <summary>One operation under one of its paths, with names that exist and a body that would be carried out.</summary>
internal sealed record WalkedRoute(Surface Surface, string Method, string Target, CatalogAction Action, string? Body, bool IsOpen)
{
    /// <summary>Whether the path names the warehouse <c>main</c>.</summary>
    public bool NamesWarehouse => Target.Contains("/main", StringComparison.Ordinal) || Target.Contains("=main", StringComparison.Ordinal);

    /// <summary>Every route that the server maps, aliases too.</summary>
    public static async Task<IReadOnlyList<WalkedRoute>> AllAsync()
    {
        string folder = Directory.CreateTempSubdirectory("catalog-routes-").FullName;
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Path", folder)]).Build();
        ServerSettings settings = ServerSettingsReader.Read(configuration, out _);
        try
        {
            await using WebApplication app = CatalogApplication.Build(configuration, settings);
            IEndpointGroup[] groups = [.. app.Services.GetServices<IEndpointGroup>()];
            return [.. Of(groups, PlanasonixProfile.Create()), .. Of(groups, AIStorProfile.Create(settings.AIStor))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<WalkedRoute> Of(IEndpointGroup[] groups, SurfaceProfile profile)
    {
        foreach (SurfaceRoute route in groups.SelectMany(group => group.RoutesOf(profile)))
        {
            bool isWhole = route.Template.StartsWith($"/{profile.Root}/", StringComparison.Ordinal);
            foreach (string prefix in isWhole ? [""] : profile.Aliases.Prepend(profile.Prefix))
            {
                string target = (prefix + route.Template).Replace("{warehouse}", "main").Replace("{namespace}", "walked").Replace("{table}", "t");
                if (target.EndsWith("/config", StringComparison.Ordinal))
                {
                    target += "?warehouse=main";
                }

                yield return new WalkedRoute(profile.Surface, route.Method, target, route.Action, route.TakesJson ? BodyOf(route) : null, route.Open is not null);
            }
        }
    }

    private static string BodyOf(SurfaceRoute route) => route.Template switch
    {
        "/_iceberg/v1/warehouses" => """{"name":"intruder"}""",
        "/namespaces" => """{"namespace":["intruder"]}""",
        "/namespaces/{namespace}/properties" => """{"updates":{"intruder":"1"}}""",
        "/namespaces/{namespace}/tables" => """{"name":"intruder","schema":{"type":"struct","fields":[]}}""",
        "/namespaces/{namespace}/tables/{table}" => """{"requirements":[],"updates":[{"action":"set-properties","updates":{"intruder":"1"}}]}""",
        "/namespaces/{namespace}/tables/{table}/metrics" => """{"report-type":"scan-report","table-name":"t","snapshot-id":1,"filter":true,"schema-id":0,"projected-field-ids":[],"projected-field-names":[],"metrics":{}}""",
        "/namespaces/{namespace}/register" => """{"name":"intruder","metadata-location":"file:///nowhere/metadata.json"}""",
        "/tables/rename" => """{"source":{"namespace":["walked"],"name":"t"},"destination":{"namespace":["walked"],"name":"intruder"}}""",
        "/transactions/commit" => """{"table-changes":[{"identifier":{"namespace":["walked"],"name":"t"},"requirements":[],"updates":[{"action":"set-properties","updates":{"intruder":"1"}}]}]}""",
        _ => "grant_type=client_credentials",
    };
}
