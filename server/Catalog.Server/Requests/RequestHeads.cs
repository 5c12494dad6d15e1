using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Catalog.Server.Requests;

/// <summary>Reads what a request's head says.</summary>
internal static class RequestHeads
{
    /// <summary>The target exactly as it stood in the request line.</summary>
    public static string RawTarget(this HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    /// <summary>Whether bytes may follow the head.</summary>
    public static bool CanHaveBody(this HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;

    /// <summary>
    /// Refuses a body that is not JSON in UTF-8. A missing media type is taken as JSON: some clients send none.
    /// </summary>
    public static void RequireJson(this HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0 && !string.Equals(request.Headers.ContentEncoding, "identity", StringComparison.OrdinalIgnoreCase))
        {
            throw RequestRejectedException.UnsupportedMediaType($"Content-Encoding '{request.Headers.ContentEncoding}' is not supported");
        }

        string? type = request.ContentType;
        if (type is null or "application/json")
        {
            return;
        }

        if (!MediaTypeHeaderValue.TryParse(type, out MediaTypeHeaderValue? parsed)
            || parsed.MediaType is not { } media
            || !(media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || (media.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && media.EndsWith("+json", StringComparison.OrdinalIgnoreCase)))
            || !(parsed.CharSet is null || IsUtf8(parsed.CharSet)))
        {
            throw RequestRejectedException.UnsupportedMediaType("The body must be application/json in UTF-8");
        }
    }

    private static bool IsUtf8(string charset) =>
        string.Equals(charset.Trim('"'), Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase)
        || string.Equals(charset.Trim('"'), "utf8", StringComparison.OrdinalIgnoreCase);
}
