namespace Catalog.Server.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve, store and migrations included.</summary>
internal static class HealthEndpoints
{
    private static readonly byte[] Healthy = """{"status":"healthy"}"""u8.ToArray();

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Answer);
        routes.MapGet("/health/ready", Answer);
    }

    private static Task Answer(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Healthy.Length;
        return context.Response.Body.WriteAsync(Healthy).AsTask();
    }
}
