using Catalog.Testing.Rest;

namespace Catalog.Contract.Tests.Server;

internal sealed partial class CatalogWalk
{
    private async Task WalkTablesAsync()
    {
        RawAnswer created = await Ok(200, HttpMethod.Post, $"{Root}/tables", Requests.Table("one"));
        created.Headers.ETag.ShouldNotBeNull();
        created.Metadata.GetProperty("properties").GetProperty("made").GetString().ShouldBe("2020-01-01T00:00:00Z");
        await Ok(200, HttpMethod.Post, $"{Root}/tables", Requests.Table("two"));
        RawAnswer loaded = await Ok(200, HttpMethod.Get, $"{Root}/tables/one");
        loaded.MetadataLocation.ShouldBe(created.MetadataLocation);
        RawAnswer refs = await Ok(200, HttpMethod.Get, $"{Root}/tables/one?snapshots=refs");
        refs.Headers.ETag.ShouldNotBe(loaded.Headers.ETag);
        string tag = loaded.Headers.ETag.ShouldNotBeNull().ToString();
        await Ok(304, HttpMethod.Get, $"{Root}/tables/one", null, new() { ["If-None-Match"] = tag });
        await Ok(200, HttpMethod.Get, $"{Root}/tables/one?snapshots=refs", null, new() { ["If-None-Match"] = tag });
        await Ok(Exists, HttpMethod.Head, $"{Root}/tables/one");
        (await Ok(200, HttpMethod.Get, $"{Root}/tables")).Json.GetProperty("identifiers").GetArrayLength().ShouldBe(2);
        RawAnswer page = await Ok(200, HttpMethod.Get, $"{Root}/tables?pageSize=1");
        string token = Uri.EscapeDataString(page.Json.GetProperty("next-page-token").GetString()!);
        (await Ok(200, HttpMethod.Get, $"{Root}/tables?pageToken={token}")).Json.GetProperty("identifiers").GetArrayLength().ShouldBe(1);
        await Ok(204, HttpMethod.Post, $"{Root}/tables/one/metrics", Requests.Metrics("one"));

        await Refused(404, _errors.NamespaceMissing, HttpMethod.Get, "/namespaces/absent/tables");
        await Refused(404, _errors.NamespaceMissing, HttpMethod.Post, "/namespaces/absent/tables", Requests.Table("one"));
        await Refused(404, _errors.TableMissing, HttpMethod.Get, $"{Root}/tables/absent");
        await Refused(404, _errors.TableMissing, HttpMethod.Get, "/namespaces/absent/tables/one");
        await Refused(404, "", HttpMethod.Head, $"{Root}/tables/absent");
        await Refused(404, _errors.TableMissing, HttpMethod.Delete, $"{Root}/tables/absent");
        await Refused(404, _errors.TableMissing, HttpMethod.Post, $"{Root}/tables/absent/metrics", Requests.Metrics("absent"));
        await Refused(409, _errors.TableExists, HttpMethod.Post, $"{Root}/tables", Requests.Table("one"));
        await Refused(400, _errors.BadRequest, HttpMethod.Post, $"{Root}/tables", """{"name":"bad"}""");
        await Refused(400, _errors.BadRequest, HttpMethod.Get, $"{Root}/tables?pageToken=foreign");
    }

    // Tables move: rename, drop without and with purge, register what was dropped.
    private async Task WalkPlacesAsync()
    {
        await Ok(204, HttpMethod.Post, "/tables/rename", Requests.Rename(_root, "two", _root + ".inner", "moved"));
        string uuid = (await Ok(200, HttpMethod.Get, $"{Root}%1Finner/tables/moved")).Metadata.GetProperty("table-uuid").GetString()!;
        await Refused(404, _errors.TableMissing, HttpMethod.Post, "/tables/rename", Requests.Rename(_root, "two", _root, "again"));
        await Refused(409, _errors.TableExists, HttpMethod.Post, "/tables/rename", Requests.Rename(_root, "one", _root + ".inner", "moved"));
        await Refused(404, "NoSuchNamespaceException", HttpMethod.Post, "/tables/rename", Requests.Rename(_root, "one", "absent", "moved"));

        string location = (await Ok(200, HttpMethod.Get, $"{Root}%1Finner/tables/moved")).MetadataLocation!;
        await Ok(204, HttpMethod.Delete, $"{Root}%1Finner/tables/moved?purgeRequested=false");
        RawAnswer registered = await Ok(200, HttpMethod.Post, $"{Root}/register", Requests.Register("back", location));
        registered.Metadata.GetProperty("table-uuid").GetString().ShouldBe(uuid);
        await Refused(409, _errors.TableExists, HttpMethod.Post, $"{Root}/register", Requests.Register("back", location));
        await Refused(404, _errors.NamespaceMissing, HttpMethod.Post, "/namespaces/absent/register", Requests.Register("back", location));
        await Refused(404, "NotFoundException", HttpMethod.Post, $"{Root}/register", Requests.Register("gone", location + ".gone"));

        foreach (string name in new[] { "one", "back", "staged" })
        {
            await Ok(204, HttpMethod.Delete, $"{Root}/tables/{name}?purgeRequested=True");
            await Refused(404, _errors.TableMissing, HttpMethod.Get, $"{Root}/tables/{name}");
        }
    }
}
