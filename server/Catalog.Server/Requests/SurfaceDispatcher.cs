using Catalog.Server.Routing;

namespace Catalog.Server.Requests;

/// <summary>
/// Sends a request to the surface whose root its raw path begins with; everything else (health, contract, docs) goes on.
/// </summary>
internal sealed class SurfaceDispatcher(IEnumerable<SurfacePipeline> pipelines)
{
    private readonly SurfacePipeline[] _pipelines = [.. pipelines];

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        string requestId = RequestIds.Of(context.Request);
        context.Response.Headers[RequestIds.HeaderName] = requestId;
        RawTarget target = RawTarget.Parse(context.RawTarget());
        if (target.Count != 0)
        {
            ReadOnlySpan<char> root = target.Root;
            foreach (SurfacePipeline pipeline in _pipelines)
            {
                if (root.SequenceEqual(pipeline.Profile.Root))
                {
                    return pipeline.InvokeAsync(context, target, requestId);
                }
            }
        }

        return next(context);
    }
}
