using Catalog.Testing.Rest;

namespace Catalog.Contract.Tests.Server;

internal sealed partial class CatalogWalk
{
    private async Task WalkCommitsAsync()
    {
        string one = $"{Root}/tables/one";
        RawAnswer before = await Ok(200, HttpMethod.Get, one);
        RawAnswer after = await Ok(200, HttpMethod.Post, one, Requests.SetProperty("a", "2020-01-01T00:00:00Z"));
        after.MetadataLocation.ShouldNotBe(before.MetadataLocation);
        after.Headers.ETag.ShouldNotBeNull().ShouldNotBe(before.Headers.ETag);
        after.Metadata.GetProperty("properties").GetProperty("a").GetString().ShouldBe("2020-01-01T00:00:00Z");

        string key = Guid.CreateVersion7().ToString();
        Dictionary<string, string> keyed = new() { ["Idempotency-Key"] = key };
        RawAnswer first = await Ok(200, HttpMethod.Post, one, Requests.SetProperty("b", "1"), keyed);
        RawAnswer replay = await Ok(200, HttpMethod.Post, one, Requests.SetProperty("b", "1"), keyed);
        replay.MetadataLocation.ShouldBe(first.MetadataLocation);
        await Refused(422, _errors.Unprocessable, HttpMethod.Post, one, Requests.SetProperty("b", "2"), keyed);
        await Refused(400, _errors.BadRequest, HttpMethod.Post, one, Requests.SetProperty("b", "2"), new() { ["Idempotency-Key"] = "no-uuid" });

        await Refused(409, "CommitFailedException", HttpMethod.Post, one, Requests.SetProperty("a", "2", Requests.Requires("assert-current-schema-id", "current-schema-id", 7)));
        await Refused(400, _errors.BadRequest, HttpMethod.Post, one, """{"requirements":[],"updates":[{"action":"no-such-action"}]}""");
        await Refused(400, _errors.BadRequest, HttpMethod.Post, one, Requests.SetProperty("a", "2", """{"type":"no-such-requirement"}"""));
        await Refused(404, _errors.TableMissing, HttpMethod.Post, $"{Root}/tables/absent", Requests.SetProperty("a", "2"));

        RawAnswer staged = await Ok(200, HttpMethod.Post, $"{Root}/tables", Requests.Table("staged", staged: true));
        staged.MetadataLocation.ShouldBeNull();
        await Refused(404, _errors.TableMissing, HttpMethod.Get, $"{Root}/tables/staged");
        string completed = Requests.CompleteStaged(staged.Metadata.GetProperty("table-uuid").GetString()!);
        await Ok(200, HttpMethod.Post, $"{Root}/tables/staged", completed);
        await Refused(409, "CommitFailedException", HttpMethod.Post, $"{Root}/tables/staged", completed);

        await WalkTransactionsAsync();
    }

    private async Task WalkTransactionsAsync()
    {
        RawAnswer done = await Ok(surface == Surface.AIStor ? 200 : 204, HttpMethod.Post, "/transactions/commit", Requests.Transaction(
            Requests.Change(_root, "one", "both"), Requests.Change(_root, "two", "both")));
        done.Text.ShouldBe(surface == Surface.AIStor ? "{}" : "");
        (await Ok(200, HttpMethod.Get, $"{Root}/tables/two")).Metadata.GetProperty("properties").GetProperty("both").GetString().ShouldBe("1");

        string stale = Requests.Requires("assert-current-schema-id", "current-schema-id", 7);
        await Refused(409, "CommitFailedException", HttpMethod.Post, "/transactions/commit", Requests.Transaction(
            Requests.Change(_root, "one", "neither"), Requests.Change(_root, "two", "neither", stale)));
        await Refused(404, _errors.TableMissing, HttpMethod.Post, "/transactions/commit", Requests.Transaction(
            Requests.Change(_root, "one", "neither"), Requests.Change(_root, "absent", "neither")));
        await Refused(400, _errors.BadRequest, HttpMethod.Post, "/transactions/commit", """{"table-changes":[{"requirements":[],"updates":[]}]}""");
        (await Ok(200, HttpMethod.Get, $"{Root}/tables/one")).Metadata.GetProperty("properties").TryGetProperty("neither", out _).ShouldBeFalse();
    }
}
