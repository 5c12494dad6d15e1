using System.Text.Json;
using Catalog.Server.Tests.Errors;
using Catalog.Server.Tests.Running;
using Catalog.Testing.Rest;

namespace Catalog.Server.Tests.Namespaces;

public sealed class NamespaceEndpointTests(RunningServer server) : IClassFixture<RunningServer>
{
    // Each name, and the ways in which clients put it into a path.
    public static TheoryData<string, string[]> Names => new()
    {
        { "plain", ["plain"] },
        { "a/b", ["a%2Fb", "a%2fb"] },
        { "a%2Fb", ["a%252Fb"] },
        { "with space", ["with%20space", "with+space"] },
        { "with+plus", ["with%2Bplus", "with+plus"] },
        { "dot.ted", ["dot.ted", "dot%2Eted"] },
        { ".hidden", [".hidden"] },
        { "...", ["...", "%2E%2E%2E"] },
        { "ünï", ["%C3%BCn%C3%AF", "%c3%bcn%c3%af"] },
        { "🐋", ["%F0%9F%90%8B"] },
        { "a%1Fb", ["a%251Fb"] },
        { "question?mark", ["question%3Fmark"] },
        { "hash#", ["hash%23"] },
        { "quote\"back\\", ["quote%22back%5C"] },
        { " blank ", ["%20blank%20", "+blank+"] },
        { "semi;colon:&=", ["semi;colon:&=", "semi%3Bcolon%3A%26%3D"] },
        { "Case", ["Case"] },
        { "case", ["case"] },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Name_HoweverEncoded_IsKeptByteForByte(string name, string[] encoded)
    {
        RawCatalog catalog = server.Planasonix;
        (await catalog.PostAsync("/namespaces", new { @namespace = new[] { name }, properties = new { of = name } })).Status.ShouldBe(200);
        foreach (string raw in encoded)
        {
            RawAnswer answer = await catalog.GetAsync("/namespaces/" + raw);

            answer.Status.ShouldBe(200, raw);
            answer.Json.GetProperty("namespace").EnumerateArray().Select(l => l.GetString()).ShouldBe([name]);
            answer.Json.GetProperty("properties").GetProperty("of").GetString().ShouldBe(name);
            (await catalog.HeadAsync("/namespaces/" + raw)).Status.ShouldBe(204);
        }

        (await catalog.DeleteAsync("/namespaces/" + encoded[^1])).Status.ShouldBe(204);
        (await catalog.GetAsync("/namespaces/" + encoded[0])).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\u0000b")]
    [InlineData("a\u001Fb")]
    [InlineData("tab\t")]
    [InlineData("\u007F")]
    public async Task Create_BadName_IsRefused(string name)
    {
        foreach (RawCatalog catalog in server.Surfaces)
        {
            RefusalTests.ShouldBeError(await catalog.PostAsync("/namespaces", new { @namespace = new[] { name } }), 400);
        }
    }

    [Fact]
    public async Task Nested_SeparatedByUnitSeparator_IsReadLevelByLevel()
    {
        foreach (RawCatalog catalog in server.Surfaces)
        {
            string top = "nest_" + (catalog.IsAIStor ? "a" : "p");
            (await catalog.PostAsync("/namespaces", new { @namespace = new[] { top, "b" } })).Status.ShouldBe(404);
            (await catalog.PostAsync("/namespaces", new { @namespace = new[] { top } })).Status.ShouldBe(200);
            (await catalog.PostAsync("/namespaces", new { @namespace = new[] { top, "b" } })).Status.ShouldBe(200);
            (await catalog.PostAsync("/namespaces", new { @namespace = new[] { top, "b", "c" } })).Status.ShouldBe(200);

            (await catalog.GetAsync($"/namespaces/{top}%1Fb%1fc")).Status.ShouldBe(200);
            Levels(await catalog.GetAsync($"/namespaces?parent={top}")).ShouldBe([$"{top}.b"]);
            Levels(await catalog.GetAsync($"/namespaces?parent={top}%1Fb")).ShouldBe([$"{top}.b.c"]);
            Levels(await catalog.GetAsync($"/namespaces?parent={top}%251Fb")).ShouldBe([$"{top}.b.c"]);
            Levels(await catalog.GetAsync("/namespaces?parent=")).ShouldContain(top);
            (await catalog.GetAsync("/namespaces?parent=nowhere")).Status.ShouldBe(404);

            RawAnswer full = await catalog.DeleteAsync($"/namespaces/{top}%1Fb");
            RefusalTests.ShouldBeError(full, 409);
            full.ErrorType.ShouldBe(catalog.IsAIStor ? "IcebergNamespaceNotEmptyError" : "NamespaceNotEmptyException");
            (await catalog.DeleteAsync($"/namespaces/{top}%1Fb%1Fc")).Status.ShouldBe(204);
            (await catalog.DeleteAsync($"/namespaces/{top}%1Fb")).Status.ShouldBe(204);
            (await catalog.DeleteAsync($"/namespaces/{top}")).Status.ShouldBe(204);
        }
    }

    [Fact]
    public async Task List_ByPages_IsTheWholeListOnce()
    {
        RawCatalog catalog = server.Planasonix;
        (await catalog.PostAsync("/namespaces", new { @namespace = new[] { "paged" } })).Status.ShouldBe(200);
        string[] names = [.. Enumerable.Range(0, 7).Select(i => $"n{i}")];
        foreach (string name in names)
        {
            (await catalog.PostAsync("/namespaces", new { @namespace = new[] { "paged", name } })).Status.ShouldBe(200);
        }

        RawAnswer whole = await catalog.GetAsync("/namespaces?parent=paged");
        whole.Json.TryGetProperty("next-page-token", out _).ShouldBeFalse();
        Levels(whole).ShouldBe(names.Select(n => "paged." + n));
        foreach (string start in (string[])["&pageSize=3", "&pageToken=&pageSize=3"])
        {
            List<string> seen = [];
            string next = start;
            while (true)
            {
                RawAnswer page = await catalog.GetAsync("/namespaces?parent=paged" + next);
                seen.AddRange(Levels(page));
                if (!page.Json.TryGetProperty("next-page-token", out JsonElement token))
                {
                    break;
                }

                next = $"&pageSize=3&pageToken={Uri.EscapeDataString(token.GetString()!)}";
            }

            seen.ShouldBe(names.Select(n => "paged." + n));
        }

        RawAnswer first = await catalog.GetAsync("/namespaces?parent=paged&pageToken=");
        Levels(first).Count.ShouldBe(7);
    }

    [Fact]
    public async Task List_BadPage_IsBadRequest()
    {
        foreach (RawCatalog catalog in server.Surfaces)
        {
            foreach (string query in (string[])["pageSize=0", "pageSize=-1", "pageSize=many", "pageSize=1&pageSize=2", "pageSize=99999999999", "pageToken=foreign", "pageToken=%00%01"])
            {
                RefusalTests.ShouldBeError(await catalog.GetAsync("/namespaces?" + query), 400, query);
            }
        }
    }

    [Fact]
    public async Task Properties_SetAndRemoved_SaysWhatHappened()
    {
        foreach (RawCatalog catalog in server.Surfaces)
        {
            string name = "props_" + (catalog.IsAIStor ? "a" : "p");
            await catalog.PostAsync("/namespaces", new { @namespace = new[] { name }, properties = new { old = "1", stays = "ünï\"" } });

            RawAnswer answer = await catalog.PostAsync($"/namespaces/{name}/properties", """{"updates":{"new":"2"},"removals":["old","never"]}""");

            answer.Text.ShouldBe("""{"updated":["new"],"removed":["old"],"missing":["never"]}""");
            (await catalog.GetAsync("/namespaces/" + name)).Json.GetProperty("properties").EnumerateObject().Select(p => $"{p.Name}={p.Value}").ShouldBe(["stays=ünï\"", "new=2"], ignoreOrder: true);
            (await catalog.PostAsync($"/namespaces/{name}/properties", """{"updates":{},"removals":null}""")).Status.ShouldBe(200);
            RefusalTests.ShouldBeError(await catalog.PostAsync($"/namespaces/{name}/properties", """{"updates":{"x":"2"},"removals":["x"]}"""), 422);
            RefusalTests.ShouldBeError(await catalog.PostAsync("/namespaces/nowhere/properties", """{"updates":{"x":"2"}}"""), 404);
        }
    }

    [Fact]
    public async Task Aliases_OfThePrefix_AnswerTheSame()
    {
        RawCatalog catalog = server.Planasonix;
        await catalog.PostAsync("/namespaces", new { @namespace = new[] { "aliased" } });
        foreach (string target in (string[])["/v1/v1/namespaces/aliased", "/v1/main/namespaces/aliased"])
        {
            (await catalog.SendRawAsync(HttpMethod.Get, target, null, null)).Status.ShouldBe(200, target);
        }

        RefusalTests.ShouldBeError(await catalog.SendRawAsync(HttpMethod.Get, "/v1/other/namespaces/aliased", null, null), 403);
        (await catalog.SendRawAsync(HttpMethod.Get, "/v1/v1/config", null, null)).Status.ShouldBe(200);
    }

    private static List<string> Levels(RawAnswer list) =>
        [.. list.Json.GetProperty("namespaces").EnumerateArray().Select(n => string.Join('.', n.EnumerateArray().Select(l => l.GetString())))];
}
