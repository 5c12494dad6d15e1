using Amazon.Runtime;

namespace Catalog.Sdk.Tests.Wire;

/// <summary>Clients over a scripted server.</summary>
internal static class TestClient
{
    public static readonly Uri Endpoint = new("http://catalog.test:8181");

    public const string TokenAnswer = """{"access_token":"T1","token_type":"bearer","expires_in":3600,"issued_token_type":"urn:ietf:params:oauth:token-type:access_token","scope":"catalog"}""";

    /// <summary>A client with a fixed token: nothing but the calls themselves goes out.</summary>
    public static PlanasonixClient Planasonix(ScriptedServer server, TimeProvider? time = null, Action<PlanasonixClientOptions>? configure = null)
    {
        var options = new PlanasonixClientOptions { Endpoint = Endpoint, Token = "T0", TimeProvider = time ?? TimeProvider.System };
        configure?.Invoke(options);
        return new PlanasonixClient(options, new HttpClient(server));
    }

    public static PlanasonixClient WithKey(ScriptedServer server, TimeProvider? time = null, Action<PlanasonixClientOptions>? configure = null)
    {
        var options = new PlanasonixClientOptions { TimeProvider = time ?? TimeProvider.System };
        configure?.Invoke(options);
        return new PlanasonixClient(Endpoint, "flx_0123456789abcdef0123", new HttpClient(server), options);
    }

    public static AIStorTablesClient AIStor(ScriptedServer server, TimeProvider? time = null, Action<AIStorTablesClientOptions>? configure = null)
    {
        var options = new AIStorTablesClientOptions { TimeProvider = time ?? TimeProvider.System };
        configure?.Invoke(options);
        return new AIStorTablesClient(Endpoint, "lake", new BasicAWSCredentials("AKIDEXAMPLE", "secret"), new HttpClient(server), options);
    }

    public static ScriptedServer AdvertisingIdempotency(this ScriptedServer server) =>
        server.On("GET", "/config", () => ScriptedServer.Json("""{"defaults":{},"overrides":{},"idempotency-key-lifetime":"PT30M"}"""));

    public static ScriptedServer WithoutIdempotency(this ScriptedServer server) =>
        server.On("GET", "/config", () => ScriptedServer.Json("""{"defaults":{},"overrides":{}}"""));
}
