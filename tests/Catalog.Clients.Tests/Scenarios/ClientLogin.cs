using Catalog.Testing;

namespace Catalog.Clients.Tests.Scenarios;

/// <summary>A surface together with a way to prove who one is there.</summary>
public sealed record ClientLogin(string Name, string Surface)
{
    public static ClientLogin OAuth2 { get; } = new("oauth2", "planasonix");

    public static ClientLogin Bearer { get; } = new("bearer", "planasonix");

    public static ClientLogin SigV4 { get; } = new("sigv4", "aistor");

    /// <summary>Tells a script where the server is and how to log in.</summary>
    public void Fill(IDictionary<string, string?> environment, ServerProcess server)
    {
        environment["CATALOG_SURFACE"] = Surface;
        environment["CATALOG_AUTH"] = Name;
        environment["CATALOG_SERVER"] = server.BaseAddress.GetLeftPart(UriPartial.Authority);
        environment["CATALOG_WAREHOUSE_NAME"] = "main";
        environment["CATALOG_KEY"] = server.PlanasonixKey;
        environment["CATALOG_ACCESS_KEY"] = server.AIStorAccessKey;
        environment["CATALOG_SECRET_KEY"] = server.AIStorSecretKey;
    }
}
