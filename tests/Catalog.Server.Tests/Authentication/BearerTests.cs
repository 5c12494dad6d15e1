using Catalog.Core;
using Catalog.Core.Access;

namespace Catalog.Server.Tests.Authentication;

public sealed class BearerTests
{
    [Theory]
    [InlineData()]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer None")]
    [InlineData("Bearer null")]
    [InlineData("Bearer flx_0000000000000000000000000000000000000000")]
    [InlineData("Bearer a b")]
    [InlineData("Basic Zm9vOmJhcg==")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=0")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("Bearer one", "Bearer two")]
    public async Task Authenticate_MissingOrMalformed_IsRefused(params string[] authorization)
    {
        await using BearerFixture fixture = new();
        await fixture.KeyAsync();
        await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.AuthenticateAsync(authorization));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Authenticate_Key_IsItsOrganisationsWithItsRights(bool canWrite)
    {
        await using BearerFixture fixture = new();
        IssuedApiKey key = await fixture.KeyAsync(canWrite: canWrite);
        Caller caller = await fixture.BearAsync(key.Text);
        caller.Surface.ShouldBe(Surface.Planasonix);
        caller.Warehouse.ShouldBe("acme");
        caller.CanWrite.ShouldBe(canWrite);
        caller.Permissions.Allows(CatalogAction.GetTable, new AccessTarget("acme")).ShouldBeTrue();
        caller.Permissions.Allows(CatalogAction.UpdateTable, new AccessTarget("acme")).ShouldBe(canWrite);
        caller.Permissions.Allows(CatalogAction.GetTable, new AccessTarget("other")).ShouldBeFalse();
        (await fixture.AuthenticateAsync("bearer   " + key.Text)).ShouldBeSameAs(caller);
    }

    [Fact]
    public async Task Authenticate_TokenOfAKey_IsTheSamePrincipal()
    {
        await using BearerFixture fixture = new();
        IssuedApiKey key = await fixture.KeyAsync(canWrite: false);
        Caller byToken = await fixture.BearAsync(await fixture.TokenAsync(key.Text));
        byToken.Principal.ShouldBe((await fixture.BearAsync(key.Text)).Principal);
        byToken.CanWrite.ShouldBeFalse();
    }

    [Fact]
    public async Task Authenticate_TokenExpired_IsRefusedAtOnce()
    {
        await using BearerFixture fixture = new();
        string token = await fixture.TokenAsync((await fixture.KeyAsync()).Text);
        fixture.Store.Time.Advance(TimeSpan.FromMinutes(59) + TimeSpan.FromSeconds(59));
        await fixture.BearAsync(token);
        fixture.Store.Time.Advance(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.BearAsync(token));
    }

    [Fact]
    public async Task Authenticate_KeyRevokedHere_EndsKeyAndTokensAtOnce()
    {
        await using BearerFixture fixture = new();
        IssuedApiKey key = await fixture.KeyAsync();
        string token = await fixture.TokenAsync(key.Text);
        await fixture.BearAsync(key.Text);
        await fixture.BearAsync(token);
        await fixture.Store.Get<ApiKeys>().RevokeAsync(key.Key.Id);
        await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.BearAsync(key.Text));
        await Should.ThrowAsync<NotAuthenticatedException>(() => fixture.BearAsync(token));
    }

    [Fact]
    public async Task Authenticate_KeyRevokedElsewhere_EndsKeyAndTokensWithinTwoSeconds()
    {
        await using BearerFixture fixture = new();
        await using BearerFixture other = new(fixture.Store.Folder, fixture.Store.Time);
        IssuedApiKey key = await fixture.KeyAsync();
        string token = await fixture.TokenAsync(key.Text);
        await other.BearAsync(key.Text);
        await other.BearAsync(token);
        await fixture.Store.Get<ApiKeys>().RevokeAsync(key.Key.Id);
        await other.BearAsync(key.Text);
        fixture.Store.Time.Advance(TimeSpan.FromSeconds(2));
        await Should.ThrowAsync<NotAuthenticatedException>(() => other.BearAsync(key.Text));
        await Should.ThrowAsync<NotAuthenticatedException>(() => other.BearAsync(token));
    }

    [Fact]
    public async Task Authenticate_TokenOfAnotherProcess_IsAccepted()
    {
        await using BearerFixture fixture = new();
        await using BearerFixture other = new(fixture.Store.Folder, fixture.Store.Time);
        IssuedApiKey key = await fixture.KeyAsync();
        await other.BearAsync(await fixture.TokenAsync(key.Text));
        await fixture.BearAsync(await other.TokenAsync(key.Text));
    }

    [Fact]
    public async Task Authenticate_SigningKeyGrownOld_NewOneSignsAndBothAreAccepted()
    {
        await using BearerFixture fixture = new();
        await using BearerFixture other = new(fixture.Store.Folder, fixture.Store.Time);
        IssuedApiKey key = await fixture.KeyAsync();
        await fixture.TokenAsync(key.Text);
        fixture.Store.Time.Advance(TimeSpan.FromDays(30));
        string old = await fixture.TokenAsync(key.Text);
        fixture.Store.Time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromDays(1) - TimeSpan.FromHours(12));
        string young = await other.TokenAsync(key.Text);
        Directory.GetFiles(Path.Combine(fixture.Store.Folder, "keys"), "token-*.key").Length.ShouldBe(2);
        await fixture.BearAsync(young);
        (await fixture.Verifier.VerifyAsync(old)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Authenticate_TierWithoutCatalog_IsForbidden()
    {
        await using BearerFixture fixture = new();
        IssuedApiKey key = await fixture.KeyAsync(tier: OrganisationTier.None);
        await Should.ThrowAsync<ForbiddenException>(() => fixture.BearAsync(key.Text));
    }

    [Fact]
    public async Task Authenticate_QuotaUsedUp_IsRefusedAndTokenCallsAreNotCounted()
    {
        await using BearerFixture fixture = new();
        IssuedApiKey key = await fixture.KeyAsync(tier: OrganisationTier.Professional);
        string token = await fixture.TokenAsync(key.Text);
        for (int i = 0; i < 10_000; i++)
        {
            await fixture.BearAsync(i % 2 == 0 ? key.Text : token);
        }

        await Should.ThrowAsync<QuotaExceededException>(() => fixture.BearAsync(key.Text));
        await fixture.TokenAsync(key.Text);
    }
}
