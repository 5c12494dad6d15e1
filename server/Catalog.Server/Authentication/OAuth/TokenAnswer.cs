using System.Text.Json;
using Catalog.Server.Authentication.Tokens;

namespace Catalog.Server.Authentication.OAuth;

/// <summary>Writes the token endpoint's answers. None of them may be kept by a cache.</summary>
internal static class TokenAnswer
{
    public static Task WriteAsync(HttpContext context, IssuedToken token) => WriteAsync(context, StatusCodes.Status200OK, json =>
    {
        json.WriteString("access_token", token.Text);
        json.WriteString("token_type", "bearer");
        json.WriteNumber("expires_in", (long)token.Lifetime.TotalSeconds);
        json.WriteString("issued_token_type", "urn:ietf:params:oauth:token-type:access_token");
        json.WriteString("scope", TokenSettings.Scope);
    });

    public static Task WriteAsync(HttpContext context, OAuthException refusal)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer, Basic realm=\"catalog\"";
        }

        return WriteAsync(context, refusal.Status, json =>
        {
            json.WriteString("error", refusal.Error);
            json.WriteString("error_description", refusal.Message);
        });
    }

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        HttpResponse response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
        using MemoryStream body = new();
        await using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted).ConfigureAwait(false);
    }
}
