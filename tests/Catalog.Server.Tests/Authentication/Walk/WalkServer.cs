using System.Text.Json;
using Catalog.Core;
using Catalog.Server.Commands;
using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Authentication.Walk;

/// <summary>A real server that logs everything it can, with a table in <c>main</c> and credentials of every kind.</summary>
public sealed class WalkServer : IAsyncLifetime
{
    private readonly List<string> _secrets = [];
    private ServerProcess _server = null!;

    internal ServerProcess Server => _server;

    internal IReadOnlyList<WalkedRoute> Routes { get; private set; } = [];

    /// <summary>Every secret that any test used, to be searched for in the log.</summary>
    internal IReadOnlyList<string> Secrets => _secrets;

    /// <summary>A key of <c>main</c>'s organisation that may only read.</summary>
    internal string ReaderKey { get; private set; } = "";

    /// <summary>A key that was revoked, and a token that it was exchanged for.</summary>
    internal (string Key, string Token) Revoked { get; private set; }

    /// <summary>A token whose time is over.</summary>
    internal string ExpiredToken { get; private set; } = "";

    /// <summary>A key of another organisation, with another warehouse.</summary>
    internal string OtherKey { get; private set; } = "";

    /// <summary>A key of an organisation without the catalog.</summary>
    internal string TierlessKey { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Routes = await WalkedRoute.AllAsync();
        _server = await ServerProcess.StartAsync(new ServerProcessOptions
        {
            Settings = new Dictionary<string, string>
            {
                ["Tokens:Lifetime"] = "00:00:02",
                ["Logging:LogLevel:Default"] = "Trace",
                ["Logging:LogLevel:Microsoft"] = "Trace",
                ["Logging:LogLevel:System"] = "Trace",
            },
        });
        _secrets.AddRange([_server.PlanasonixKey, _server.AIStorSecretKey]);
        using RawCatalog main = RawCatalog.Planasonix(_server.BaseAddress, _server.PlanasonixKey);
        (await main.PostAsync("/namespaces", """{"namespace":["walked"]}""")).Status.ShouldBe(200);
        (await main.PostAsync("/namespaces/walked/tables", """{"name":"t","schema":{"type":"struct","fields":[{"id":1,"name":"a","type":"long","required":false}]}}""")).Status.ShouldBe(200);

        ReaderKey = await NewKeyAsync("main", "read");
        string doomed = await NewKeyAsync("main", "write");
        ExpiredToken = await TokenAsync(doomed);
        await RunAsync("organisations", "create", "other", "--tier", "Enterprise");
        OtherKey = await NewKeyAsync("other", "write");
        await RunAsync("organisations", "create", "tierless", "--tier", "None");
        TierlessKey = await NewKeyAsync("tierless", "write");
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Revoked = (doomed, await TokenAsync(doomed));
        JsonElement keys = await RunAsync("keys", "list", "--organisation", "main");
        await RunAsync("keys", "revoke", keys.EnumerateArray().Last().GetProperty("id").ToString());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    internal string Contents() => CatalogContents.Of(_server.DataPath);

    internal static Task<RawAnswer> SendAsync(RawCatalog caller, WalkedRoute route, IReadOnlyDictionary<string, string>? headers = null, string? target = null) => caller.SendRawAsync(
        new HttpMethod(route.Method), target ?? route.Target, route.Body is null ? null : System.Text.Encoding.UTF8.GetBytes(route.Body),
        route.IsOpen ? "application/x-www-form-urlencoded" : "application/json", headers);

    /// <summary>An access key with a policy, made beside the running server.</summary>
    internal async Task<(string AccessKey, string SecretKey)> NewAccessKeyAsync(string policy)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, policy);
        JsonElement made = (await RunAsync("access-keys", "create", "--policy", file))[0];
        File.Delete(file);
        string secret = made.GetProperty("secretKey").GetString()!;
        _secrets.Add(secret);
        return (made.GetProperty("accessKey").GetString()!, secret);
    }

    internal async Task<string> TokenAsync(string key)
    {
        using HttpClient client = _server.CreateClient();
        using FormUrlEncodedContent form = new([new("grant_type", "client_credentials"), new("client_secret", key)]);
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/v1/oauth/tokens", UriKind.Relative), form);
        string body = await answer.Content.ReadAsStringAsync();
        string token = JsonDocument.Parse(body).RootElement.GetProperty("access_token").GetString() ?? throw new InvalidOperationException(body);
        _secrets.Add(token);
        return token;
    }

    /// <summary>Runs a verb of the command line on the running server's data folder; returns its lines.</summary>
    internal async Task<JsonElement> RunAsync(string verb, params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        int code = await AccessCommands.RunAsync(verb, [.. arguments, "--Data:Path", _server.DataPath], output, errors);
        code.ShouldBe(0, errors.ToString());
        return JsonDocument.Parse($"[{string.Join(',', output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))}]").RootElement;
    }

    private async Task<string> NewKeyAsync(string organisation, string rights)
    {
        string key = (await RunAsync("keys", "create", "--organisation", organisation, "--rights", rights))[0].GetProperty("key").GetString()!;
        _secrets.Add(key);
        return key;
    }
}
