namespace Catalog.Server.Contract;

/// <summary><c>/openapi/…</c>: the contract's own documents, as they are in the repository.</summary>
internal static class ContractEndpoints
{
    private const string ResourcePrefix = "openapi/";

    /// <summary>The documents' names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(ContractEndpoints).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(n => n[ResourcePrefix.Length..]),
    ];

    public static void MapContract(this IEndpointRouteBuilder routes)
    {
        foreach (string name in Names)
        {
            string type = name.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "application/yaml";
            routes.MapGet($"/openapi/{name}", context => AnswerAsync(context, name, type));
        }
    }

    private static async Task AnswerAsync(HttpContext context, string name, string type)
    {
        await using Stream document = typeof(ContractEndpoints).Assembly.GetManifestResourceStream(ResourcePrefix + name)!;
        context.Response.ContentType = type;
        context.Response.ContentLength = document.Length;
        // The documents hold nothing but the contract, and tools in browsers read them from elsewhere.
        context.Response.Headers.AccessControlAllowOrigin = "*";
        await document.CopyToAsync(context.Response.Body).ConfigureAwait(false);
    }
}
