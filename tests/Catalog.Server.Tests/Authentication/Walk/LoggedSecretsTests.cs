using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Authentication.Walk;

public sealed class LoggedSecretsTests(WalkServer server) : IClassFixture<WalkServer>
{
    [Fact]
    public async Task Log_AtTraceAfterEveryRouteWithEveryCredential_HoldsNoSecret()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        SigV4Signer signer = new(server.Server.AIStorAccessKey, server.Server.AIStorSecretKey);
        using RawCatalog unsigned = RawCatalog.Planasonix(server.Server.BaseAddress, "unused");
        List<string> signatures = [];
        (string key, string secret) = await server.NewAccessKeyAsync("""{"Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""");
        string token = await server.TokenAsync(server.ReaderKey);
        foreach (WalkedRoute route in server.Routes)
        {
            foreach (string bearer in (string[])[server.ReaderKey, server.OtherKey, server.Revoked.Key, server.Revoked.Token, server.ExpiredToken, token])
            {
                await WalkServer.SendAsync(unsigned, route, new Dictionary<string, string> { ["Authorization"] = "Bearer " + bearer });
            }

            using RawCatalog denied = RawCatalog.AIStor(server.Server.BaseAddress, "main", key, secret);
            await WalkServer.SendAsync(denied, route);
            (string date, string hash, string authorization) = signer.Sign(
                route.Method, server.Server.BaseAddress.Authority, route.Target + "x", System.Text.Encoding.UTF8.GetBytes(route.Body ?? ""), now);
            signatures.Add(authorization[^64..]);
            await WalkServer.SendAsync(unsigned, route, new Dictionary<string, string> { ["Authorization"] = authorization, ["X-Amz-Date"] = date, ["X-Amz-Content-SHA256"] = hash });
            await WalkServer.SendAsync(unsigned, route, new Dictionary<string, string> { ["Authorization"] = "" }, $"{route.Target}{(route.Target.Contains('?') ? '&' : '?')}X-Amz-Signature={authorization[^64..]}");
        }

        await using (server.Server)
        {
            await server.Server.TerminateAsync(TimeSpan.FromSeconds(10));
            string log = server.Server.Output;
            log.ShouldContain("\"LogLevel\":\"Trace\"");
            log.ShouldContain("Connection id");
            foreach (string secretText in server.Secrets.Concat(signatures))
            {
                log.Contains(secretText, StringComparison.Ordinal).ShouldBeFalse($"the log holds {secretText}");
            }
        }
    }
}
