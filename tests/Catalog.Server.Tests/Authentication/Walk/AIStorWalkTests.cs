using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Authentication.Walk;

public sealed class AIStorWalkTests(WalkServer server) : IClassFixture<WalkServer>
{
    private const string ElsewherePolicy =
        """{"Statement":[{"Effect":"Allow","Action":"s3tables:*","Resource":["arn:aws:s3tables:::bucket/mainframe","arn:aws:s3tables:::bucket/mainframe/table/*"]}]}""";

    private IEnumerable<WalkedRoute> Routes => server.Routes.Where(route => route.Surface == Surface.AIStor);

    private string AccessKey => server.Server.AIStorAccessKey;

    private string SecretKey => server.Server.AIStorSecretKey;

    public static TheoryData<string> BadCredentials() =>
        ["none", "bearer", "wrong secret", "unknown key", "old", "future", "other path", "presigned and expired"];

    [Theory]
    [MemberData(nameof(BadCredentials))]
    public async Task Walk_NotAuthenticated_Is401EverywhereAndNothingChanges(string credential)
    {
        string before = server.Contents();
        int walked = 0;
        foreach (WalkedRoute route in Routes)
        {
            RawAnswer answer = await SendAsync(route, credential);
            answer.Status.ShouldBe(401, $"{route.Method} {route.Target}: {answer.Text}");
            if (route.Method != "HEAD")
            {
                answer.ErrorType.ShouldBe(credential == "unknown key" ? "InvalidAccessKeyId" : "SignatureDoesNotMatch");
            }

            walked++;
        }

        walked.ShouldBeGreaterThan(15);
        server.Contents().ShouldBe(before);
    }

    [Fact]
    public async Task Walk_PolicyForReading_Is403OnEveryChangeAndNothingChanges()
    {
        (string key, string secret) = await server.NewAccessKeyAsync("""{"Statement":{"Effect":"Allow","Action":["s3tables:Get*","s3tables:List*"],"Resource":"*"}}""");
        using RawCatalog reader = RawCatalog.AIStor(server.Server.BaseAddress, "main", key, secret);
        string before = server.Contents();
        foreach (WalkedRoute route in Routes.Where(route => !route.Target.EndsWith("/metrics", StringComparison.Ordinal)))
        {
            RawAnswer answer = await WalkServer.SendAsync(reader, route);
            string what = $"{route.Method} {route.Target}: {answer.Status} {answer.Text}";
            if (route.Action.IsRead())
            {
                answer.Status.ShouldBe(200, what);
            }
            else
            {
                (answer.Status, answer.ErrorType).ShouldBe((403, "AccessDenied"), what);
            }
        }

        server.Contents().ShouldBe(before);
    }

    [Fact]
    public async Task Walk_PolicyForAnotherWarehouse_Is403EverywhereAndNothingChanges()
    {
        (string key, string secret) = await server.NewAccessKeyAsync(ElsewherePolicy);
        using RawCatalog stranger = RawCatalog.AIStor(server.Server.BaseAddress, "main", key, secret);
        string before = server.Contents();
        foreach (WalkedRoute route in Routes)
        {
            foreach (string target in (string[])[route.Target, route.Target.Replace("walked", "absent").Replace("/tables/t", "/tables/absent")])
            {
                RawAnswer answer = await WalkServer.SendAsync(stranger, route, target: target);
                answer.Status.ShouldBe(403, $"{route.Method} {target}: {answer.Text}");
            }
        }

        server.Contents().ShouldBe(before);
    }

    private async Task<RawAnswer> SendAsync(WalkedRoute route, string credential)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        byte[] body = System.Text.Encoding.UTF8.GetBytes(route.Body ?? "");
        string host = server.Server.BaseAddress.Authority;
        SigV4Signer signer = credential switch
        {
            "wrong secret" => new SigV4Signer(AccessKey, SecretKey[..^1] + "!"),
            "unknown key" => new SigV4Signer("NOSUCHACCESSKEY00000", SecretKey),
            _ => new SigV4Signer(AccessKey, SecretKey),
        };
        (string date, string hash, string authorization) = signer.Sign(
            route.Method, host, credential == "other path" ? route.Target + "x" : route.Target, body,
            credential switch { "old" => now.AddMinutes(-16), "future" => now.AddMinutes(16), _ => now });
        Dictionary<string, string> headers = new()
        {
            ["Authorization"] = credential switch { "none" or "presigned and expired" => "", "bearer" => "Bearer " + server.Server.PlanasonixKey, _ => authorization },
            ["X-Amz-Date"] = date,
            ["X-Amz-Content-SHA256"] = hash,
        };
        string? target = null;
        if (credential == "presigned and expired")
        {
            string signedAt = now.AddMinutes(-2).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");
            target = $"{route.Target}{(route.Target.Contains('?') ? '&' : '?')}X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={AccessKey}%2F{signedAt[..8]}%2Fus-east-1%2Fs3tables%2Faws4_request" +
                $"&X-Amz-Date={signedAt}&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature={new string('a', 64)}";
        }

        using RawCatalog caller = RawCatalog.Planasonix(server.Server.BaseAddress, "unused");
        return await WalkServer.SendAsync(caller, route, headers, target);
    }
}
