using Catalog.Testing.Rest;

namespace Catalog.Contract.Tests.Server;

/// <summary>Calls every operation of a surface for real: first as it should be called, then as it should be refused.</summary>
internal sealed partial class CatalogWalk(RawCatalog catalog, Surface surface)
{
    // Names that no other walk on the same server has.
    private readonly string _root = $"walk_{Guid.NewGuid():N}"[..20];
    private readonly SurfaceErrors _errors = SurfaceErrors.Of(surface);

    private int Exists => surface == Surface.AIStor ? 200 : 204;

    private string Root => $"/namespaces/{_root}";

    public async Task RunAsync()
    {
        await ConfigureAsync();
        if (surface == Surface.AIStor)
        {
            await WalkWarehousesAsync();
        }
        else
        {
            await WalkTokensAsync();
        }

        await WalkNamespacesAsync();
        await WalkTablesAsync();
        await WalkCommitsAsync();
        await WalkPlacesAsync();
        await LeaveAsync();
    }

    private async Task<RawAnswer> Ok(int status, HttpMethod method, string target, string? body = null, Dictionary<string, string>? headers = null)
    {
        RawAnswer answer = await catalog.SendAsync(method, target, body, headers);
        answer.Status.ShouldBe(status, $"{method} {target}: {answer.Text}");
        return answer;
    }

    private async Task Refused(int status, string type, HttpMethod method, string target, string? body = null, Dictionary<string, string>? headers = null)
    {
        RawAnswer answer = await Ok(status, method, target, body, headers);
        if (method != HttpMethod.Head)
        {
            answer.ErrorType.ShouldBe(type, $"{method} {target}: {answer.Text}");
        }
    }
}
