using System.Text;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Core.Tests.Access;
using Catalog.Server.Authentication.Bearer;
using Catalog.Server.Authentication.OAuth;
using Catalog.Server.Authentication.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace Catalog.Server.Tests.Authentication;

/// <summary>The bearer authenticator and the token endpoint of one process.</summary>
internal sealed class BearerFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    public BearerFixture(string? folder = null, FakeTimeProvider? time = null)
    {
        Store = new AccessStore(Now, folder, time);
        TokenSigningKeys keys = new(Store.Options, Store.Time);
        Verifier = new TokenVerifier(keys);
        Authenticator = new BearerAuthenticator(Store.Get<ApiKeys>(), Store.Get<CredentialHasher>(), Verifier, Store.Get<Quotas>(), Store.Time);
        Endpoint = new TokenEndpoint(
            Store.Get<ApiKeys>(), Store.Get<CredentialHasher>(), Verifier, new TokenIssuer(keys, Store.Time, TimeSpan.FromHours(1)), Store.Time);
    }

    public AccessStore Store { get; }

    public TokenVerifier Verifier { get; }

    public BearerAuthenticator Authenticator { get; }

    public TokenEndpoint Endpoint { get; }

    public async Task<IssuedApiKey> KeyAsync(string organisation = "acme", OrganisationTier tier = OrganisationTier.Enterprise, bool canWrite = true) =>
        await Store.Get<ApiKeys>().CreateAsync(await Store.OrganisationAsync(organisation, tier), "test", canWrite);

    public async Task<Caller> AuthenticateAsync(params string[] authorization)
    {
        DefaultHttpContext context = new();
        context.Request.Headers.Authorization = new StringValues(authorization);
        return await Authenticator.AuthenticateAsync(context, new MemoryBody(default));
    }

    public Task<Caller> BearAsync(string credential) => AuthenticateAsync("Bearer " + credential);

    public Task<TokenReply> AskAsync(params (string Name, string Value)[] form) => AskAsync(null, form);

    public Task<TokenReply> AskAsync(string? authorization, params (string Name, string Value)[] form) =>
        PostAsync(authorization, string.Join('&', form.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}")));

    public async Task<TokenReply> PostAsync(string? authorization, string body, string type = "application/x-www-form-urlencoded")
    {
        DefaultHttpContext context = new();
        context.Request.Method = "POST";
        context.Request.ContentType = type;
        context.Request.Headers.Authorization = authorization;
        using MemoryStream written = new();
        context.Response.Body = written;
        await Endpoint.HandleAsync(context, new MemoryBody(Encoding.UTF8.GetBytes(body)));
        context.Response.Headers.CacheControl.ToString().ShouldBe("no-store");
        context.Response.ContentType.ShouldBe("application/json");
        return new TokenReply(context.Response.StatusCode, JsonDocument.Parse(written.ToArray()).RootElement, context.Response.Headers.WWWAuthenticate.ToString());
    }

    public async Task<string> TokenAsync(string key) =>
        (await AskAsync(("grant_type", "client_credentials"), ("client_secret", key))).AccessToken;

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
