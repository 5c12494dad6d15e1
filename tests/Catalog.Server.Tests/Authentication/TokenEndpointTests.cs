using System.Text;
using Catalog.Core;
using Catalog.Core.Access;

namespace Catalog.Server.Tests.Authentication;

public sealed class TokenEndpointTests
{
    private const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string AccessTokenType = "urn:ietf:params:oauth:token-type:access_token";

    [Fact]
    public async Task Exchange_KeyInEachOfItsPlaces_IsAnswered()
    {
        await using BearerFixture fixture = new();
        string key = (await fixture.KeyAsync()).Text;
        (string Name, string Value) grant = ("grant_type", "client_credentials");
        TokenReply[] replies =
        [
            await fixture.AskAsync(grant, ("client_secret", key)),
            await fixture.AskAsync(grant, ("client_secret", key), ("client_id", "anything"), ("scope", "PRINCIPAL_ROLE:ALL")),
            await fixture.AskAsync(grant, ("client_id", key), ("scope", "catalog")),
            await fixture.AskAsync(grant, ("client_id", key), ("client_secret", "")),
            await fixture.AskAsync(Basic($"anything:{key}"), grant),
            await fixture.AskAsync(Basic($":{key}"), grant),
            await fixture.AskAsync(Basic($"{key}:"), grant),
            await fixture.AskAsync(Basic(key), grant),
            await fixture.AskAsync(Basic($"client:{key}"), grant, ("client_id", "client"), ("client_secret", key)),
            await fixture.AskAsync("Bearer an-old-token", grant, ("client_secret", key)),
        ];
        foreach (TokenReply reply in replies)
        {
            reply.Status.ShouldBe(200, reply.Body.ToString());
            reply.Body.GetProperty("token_type").GetString().ShouldBe("bearer");
            reply.Body.GetProperty("expires_in").GetInt64().ShouldBe(3600);
            reply.Body.GetProperty("issued_token_type").GetString().ShouldBe(AccessTokenType);
            reply.Body.GetProperty("scope").GetString().ShouldBe("catalog");
            await fixture.BearAsync(reply.AccessToken);
        }
    }

    [Theory]
    [InlineData("", 400, "invalid_request")]
    [InlineData("grant_type=", 400, "invalid_request")]
    [InlineData("grant_type=password&client_secret=KEY", 400, "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_secret=flx_wrong", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=KEY&client_secret=flx_wrong", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials&client_secret=KEY", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_secret=KEY&client_secret=KEY", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_secret=%FF%FE", 401, "invalid_client")]
    [InlineData("grant_type=" + Exchange, 400, "invalid_request")]
    [InlineData("grant_type=" + Exchange + "&subject_token=KEY", 401, "invalid_client")]
    [InlineData("grant_type=" + Exchange + "&subject_token=eyJhbGciOiJub25lIn0.e30.", 401, "invalid_client")]
    [InlineData("grant_type=" + Exchange + "&subject_token=TOKEN&subject_token_type=urn:ietf:params:oauth:token-type:saml2", 400, "invalid_request")]
    public async Task Exchange_WrongForm_IsRefusedInOAuthsTerms(string form, int status, string error)
    {
        await using BearerFixture fixture = new();
        string key = (await fixture.KeyAsync()).Text;
        string token = await fixture.TokenAsync(key);
        TokenReply reply = await fixture.PostAsync(null, form.Replace("KEY", key).Replace("TOKEN", token));
        reply.Status.ShouldBe(status, reply.Body.ToString());
        reply.Error.ShouldBe(error);
        reply.Body.GetProperty("error_description").GetString().ShouldNotBeNullOrEmpty();
        reply.Body.ToString().ShouldNotContain(key);
        reply.Challenge.ShouldBe(status == 401 ? "Bearer, Basic realm=\"catalog\"" : "");
    }

    [Fact]
    public async Task Exchange_OtherMediaType_IsRefused()
    {
        await using BearerFixture fixture = new();
        TokenReply reply = await fixture.PostAsync(null, "{}", "application/json");
        (reply.Status, reply.Error).ShouldBe((415, "invalid_request"));
    }

    [Fact]
    public async Task Exchange_FormTooLargeOrTooManyParameters_IsRefused()
    {
        await using BearerFixture fixture = new();
        (await fixture.PostAsync(null, "client_secret=" + new string('a', 40_000))).Status.ShouldBe(413);
        (await fixture.PostAsync(null, string.Join('&', Enumerable.Range(0, 100).Select(i => $"p{i}=1")))).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("Basic !!!")]
    [InlineData("Basic ")]
    public async Task Exchange_BasicMalformed_IsRefused(string authorization)
    {
        await using BearerFixture fixture = new();
        (await fixture.AskAsync(authorization, ("grant_type", "client_credentials"))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Exchange_TwoDifferentCredentials_IsRefused()
    {
        await using BearerFixture fixture = new();
        string key = (await fixture.KeyAsync()).Text;
        TokenReply reply = await fixture.AskAsync(Basic("client:other"), ("grant_type", "client_credentials"), ("client_secret", key));
        (reply.Status, reply.Error).ShouldBe((400, "invalid_request"));
    }

    [Fact]
    public async Task Refresh_TokenThatHolds_IsEnough()
    {
        await using BearerFixture fixture = new();
        string token = await fixture.TokenAsync((await fixture.KeyAsync()).Text);
        fixture.Store.Time.Advance(TimeSpan.FromMinutes(50));
        TokenReply reply = await fixture.AskAsync("Bearer " + token, ("grant_type", Exchange), ("subject_token", token), ("subject_token_type", AccessTokenType));
        fixture.Store.Time.Advance(TimeSpan.FromMinutes(50));
        await fixture.BearAsync(reply.AccessToken);
        await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.BearAsync(token));
    }

    [Fact]
    public async Task Refresh_TokenExpired_NeedsTheKeyToo()
    {
        await using BearerFixture fixture = new();
        string key = (await fixture.KeyAsync()).Text, token = await fixture.TokenAsync(key);
        fixture.Store.Time.Advance(TimeSpan.FromHours(2));
        (await fixture.AskAsync(("grant_type", Exchange), ("subject_token", token))).Status.ShouldBe(401);
        (await fixture.AskAsync(Basic("client:wrong"), ("grant_type", Exchange), ("subject_token", token))).Status.ShouldBe(401);
        TokenReply reply = await fixture.AskAsync(Basic("client:" + key), ("grant_type", Exchange), ("subject_token", token), ("subject_token_type", AccessTokenType));
        await fixture.BearAsync(reply.AccessToken);
    }

    [Fact]
    public async Task Refresh_OtherOrganisationsKey_IsRefused()
    {
        await using BearerFixture fixture = new();
        string token = await fixture.TokenAsync((await fixture.KeyAsync()).Text), other = (await fixture.KeyAsync("other")).Text;
        (await fixture.AskAsync(Basic("client:" + other), ("grant_type", Exchange), ("subject_token", token))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Refresh_KeyRevoked_IsRefused()
    {
        await using BearerFixture fixture = new();
        IssuedApiKey key = await fixture.KeyAsync();
        string token = await fixture.TokenAsync(key.Text);
        await fixture.Store.Get<ApiKeys>().RevokeAsync(key.Key.Id);
        (await fixture.AskAsync(("grant_type", Exchange), ("subject_token", token))).Status.ShouldBe(401);
        (await fixture.AskAsync(("grant_type", "client_credentials"), ("client_secret", key.Text))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Exchange_KeyThatEndsSoon_TokenEndsWithIt()
    {
        await using BearerFixture fixture = new();
        Organisation organisation = await fixture.Store.OrganisationAsync("acme");
        IssuedApiKey key = await fixture.Store.Get<ApiKeys>().CreateAsync(organisation, "short", canWrite: true, BearerFixture.Now.AddMinutes(10));
        TokenReply reply = await fixture.AskAsync(("grant_type", "client_credentials"), ("client_secret", key.Text));
        reply.Body.GetProperty("expires_in").GetInt64().ShouldBe(600);
        fixture.Store.Time.Advance(TimeSpan.FromMinutes(10));
        await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.BearAsync(reply.AccessToken));
    }

    private static string Basic(string pair) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair));
}
