using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Authentication.Walk;

public sealed class PlanasonixWalkTests(WalkServer server) : IClassFixture<WalkServer>
{
    private IEnumerable<WalkedRoute> Routes => server.Routes.Where(route => route is { Surface: Surface.Planasonix, IsOpen: false });

    public static TheoryData<string> BadCredentials() =>
        ["none", "wrong key", "None", "key of nobody's", "revoked key", "token of a revoked key", "expired token", "signed", "basic"];

    [Theory]
    [MemberData(nameof(BadCredentials))]
    public async Task Walk_NotAuthenticated_Is401EverywhereAndNothingChanges(string credential)
    {
        using RawCatalog caller = RawCatalog.Planasonix(server.Server.BaseAddress, "unused");
        string before = server.Contents();
        int walked = 0;
        foreach (WalkedRoute route in Routes)
        {
            RawAnswer answer = await WalkServer.SendAsync(caller, route, new Dictionary<string, string> { ["Authorization"] = Authorization(credential) });
            answer.Status.ShouldBe(401, $"{route.Method} {route.Target}: {answer.Text}");
            answer.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
            if (route.Method != "HEAD")
            {
                (answer.ErrorType, answer.Json.GetProperty("error").GetProperty("code").GetInt32()).ShouldBe(("NotAuthorizedException", 401));
            }

            walked++;
        }

        walked.ShouldBeGreaterThan(30);
        server.Contents().ShouldBe(before);
    }

    [Fact]
    public async Task Walk_ReaderKey_Is403OnEveryChangeAndNothingChanges()
    {
        using RawCatalog reader = RawCatalog.Planasonix(server.Server.BaseAddress, server.ReaderKey);
        string before = server.Contents();
        foreach (WalkedRoute route in Routes)
        {
            if (route.Target.EndsWith("/metrics", StringComparison.Ordinal))
            {
                continue;
            }

            RawAnswer answer = await WalkServer.SendAsync(reader, route);
            string what = $"{route.Method} {route.Target}: {answer.Status} {answer.Text}";
            if (route.Action.IsRead())
            {
                answer.Status.ShouldBeInRange(200, 204, what);
            }
            else
            {
                (answer.Status, answer.ErrorType).ShouldBe((403, "ForbiddenException"), what);
            }
        }

        server.Contents().ShouldBe(before);
    }

    [Fact]
    public async Task Walk_OtherOrganisation_ReachesNothingOfMain()
    {
        using RawCatalog other = RawCatalog.Planasonix(server.Server.BaseAddress, server.OtherKey);
        string[] before = MainOnly(server.Contents());
        foreach (WalkedRoute route in Routes)
        {
            RawAnswer answer = await WalkServer.SendAsync(other, route);
            string what = $"{route.Method} {route.Target}: {answer.Status} {answer.Text}";
            if (route.Target.Contains("config", StringComparison.Ordinal))
            {
                answer.Status.ShouldBe(404, what);
            }
            else if (route.NamesWarehouse)
            {
                answer.Status.ShouldBe(403, what);
            }
            else if (route.Target.Contains("walked", StringComparison.Ordinal) || route.Body?.Contains("walked", StringComparison.Ordinal) == true)
            {
                answer.Status.ShouldBe(404, what);
            }

            answer.Text.ShouldNotContain("warehouses/main");
        }

        MainOnly(server.Contents()).ShouldBe(before);
    }

    [Fact]
    public async Task Walk_TierWithoutCatalog_Is403Everywhere()
    {
        using RawCatalog tierless = RawCatalog.Planasonix(server.Server.BaseAddress, server.TierlessKey);
        string before = server.Contents();
        foreach (WalkedRoute route in Routes)
        {
            (await WalkServer.SendAsync(tierless, route)).Status.ShouldBe(403, $"{route.Method} {route.Target}");
        }

        server.Contents().ShouldBe(before);
    }

    private string Authorization(string credential) => credential switch
    {
        "none" => "",
        "wrong key" => "Bearer " + server.Server.PlanasonixKey[..^1] + "!",
        "None" => "Bearer None",
        "key of nobody's" => "Bearer flx_" + new string('0', 40),
        "revoked key" => "Bearer " + server.Revoked.Key,
        "token of a revoked key" => "Bearer " + server.Revoked.Token,
        "expired token" => "Bearer " + server.ExpiredToken,
        "signed" => new SigV4Signer(server.Server.AIStorAccessKey, server.Server.AIStorSecretKey)
            .Sign("GET", server.Server.BaseAddress.Authority, "/v1/config", [], DateTimeOffset.UtcNow).Authorization,
        _ => "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("any:" + server.Server.PlanasonixKey)),
    };

    // The other organisation may do as it likes in its own warehouse.
    private static string[] MainOnly(string contents) =>
        [.. contents.Split('\n').Where(line => !line.Contains("warehouses/other", StringComparison.Ordinal) && !line.Contains("intruder", StringComparison.Ordinal) && !line.StartsWith("metric_reports", StringComparison.Ordinal))];
}
