using System.Text.Json;

namespace Catalog.Server.Tests.Authentication;

/// <summary>What the token endpoint answered.</summary>
internal sealed record TokenReply(int Status, JsonElement Body, string Challenge)
{
    public string AccessToken => Status == 200
        ? Body.GetProperty("access_token").GetString()!
        : throw new InvalidOperationException($"{Status}: {Body}");

    public string? Error => Body.TryGetProperty("error", out JsonElement error) ? error.GetString() : null;
}
