using Catalog.Testing.Rest;

namespace Catalog.Contract.Tests.Server;

internal sealed partial class CatalogWalk
{
    private async Task WalkNamespacesAsync()
    {
        RawAnswer created = await Ok(200, HttpMethod.Post, "/namespaces", Requests.Namespace(_root));
        created.Json.GetProperty("properties").GetProperty("made").GetString().ShouldBe("2020-01-01T00:00:00Z");
        await Ok(200, HttpMethod.Post, "/namespaces", Requests.Namespace(_root, "inner"));
        await Ok(200, HttpMethod.Post, "/namespaces", Requests.Namespace(_root, "other"));
        (await Ok(200, HttpMethod.Get, $"{Root}%1Finner")).Json.GetProperty("namespace").GetArrayLength().ShouldBe(2);
        await Ok(Exists, HttpMethod.Head, Root);
        await Ok(200, HttpMethod.Get, "/namespaces");
        (await Ok(200, HttpMethod.Get, $"/namespaces?parent={_root}")).Json.GetProperty("namespaces").GetArrayLength().ShouldBe(2);
        RawAnswer page = await Ok(200, HttpMethod.Get, $"/namespaces?parent={_root}&pageToken=&pageSize=1");
        page.Json.GetProperty("namespaces").GetArrayLength().ShouldBe(1);
        string token = Uri.EscapeDataString(page.Json.GetProperty("next-page-token").GetString()!);
        (await Ok(200, HttpMethod.Get, $"/namespaces?parent={_root}&pageToken={token}&pageSize=1")).Json.GetProperty("namespaces").GetArrayLength().ShouldBe(1);
        RawAnswer updated = await Ok(200, HttpMethod.Post, $"{Root}/properties", """{"removals":["made","absent"],"updates":{"owner":"others"}}""");
        updated.Json.GetProperty("missing")[0].GetString().ShouldBe("absent");

        await Refused(404, _errors.NamespaceMissing, HttpMethod.Get, "/namespaces/absent");
        await Refused(404, "", HttpMethod.Head, "/namespaces/absent");
        await Refused(404, _errors.NamespaceMissing, HttpMethod.Delete, "/namespaces/absent");
        await Refused(404, _errors.NamespaceMissing, HttpMethod.Get, "/namespaces?parent=absent");
        await Refused(404, _errors.NamespaceMissing, HttpMethod.Post, "/namespaces", Requests.Namespace("absent", "inner"));
        await Refused(409, _errors.NamespaceExists, HttpMethod.Post, "/namespaces", Requests.Namespace(_root));
        await Refused(409, _errors.NamespaceNotEmpty, HttpMethod.Delete, Root);
        await Refused(400, _errors.BadRequest, HttpMethod.Post, "/namespaces", """{"namespace":[]}""");
        await Refused(400, _errors.BadRequest, HttpMethod.Post, "/namespaces", """{"namespace":[".."]}""");
        await Refused(404, _errors.NamespaceMissing, HttpMethod.Post, "/namespaces/absent/properties", """{"updates":{"a":"b"}}""");
        await Refused(422, _errors.Unprocessable, HttpMethod.Post, $"{Root}/properties", """{"removals":["a"],"updates":{"a":"b"}}""");
    }

    private async Task LeaveAsync()
    {
        await Ok(204, HttpMethod.Delete, $"{Root}%1Finner");
        await Ok(204, HttpMethod.Delete, $"{Root}%1Fother");
        await Ok(204, HttpMethod.Delete, Root);
        await Refused(404, "", HttpMethod.Head, Root);
    }
}
