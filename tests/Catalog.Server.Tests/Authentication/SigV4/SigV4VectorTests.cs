using Catalog.Core;

namespace Catalog.Server.Tests.Authentication.SigV4;

public sealed class SigV4VectorTests(SigV4Fixture fixture) : IClassFixture<SigV4Fixture>
{
    public static TheoryData<string> Accepted() => [.. SignedVector.All.Where(vector => vector.Accepted).Select(vector => vector.Name)];

    public static TheoryData<string> Refused() => [.. SignedVector.All.Where(vector => !vector.Accepted).Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Authenticate_SignedByBotocore_IsAccepted(string name)
    {
        Caller caller = await SigV4Fixture.AuthenticateAsync(fixture.Strict, SignedVector.Named(name));
        caller.Surface.ShouldBe(Surface.AIStor);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Authenticate_BadSignature_IsRefused(string name)
    {
        NotAuthenticatedException refusal = await Should.ThrowAsync<NotAuthenticatedException>(
            async () => await SigV4Fixture.AuthenticateAsync(fixture.Strict, SignedVector.Named(name)));
        refusal.Fault.ShouldBe(name == "unknown access key" ? AuthenticationFault.UnknownAccessKey : AuthenticationFault.BadCredential);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Authenticate_OneElementAltered_IsRefused(string name)
    {
        SignedVector vector = SignedVector.Named(name);
        int count = 0;
        foreach ((string what, SignedVector altered) in Alterations.Of(vector))
        {
            count++;
            await Should.ThrowAsync<NotAuthenticatedException>(
                async () => await SigV4Fixture.AuthenticateAsync(fixture.Strict, altered), $"{name}: {what} was accepted");
        }

        count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Authenticate_UnsignedPayload_IsAcceptedWhereAllowed() =>
        await SigV4Fixture.AuthenticateAsync(fixture.Lenient, SignedVector.Named("payload unsigned"));

    [Fact]
    public async Task Authenticate_HashInHead_BodyOfABadSignatureIsNotRead()
    {
        SignedVector vector = SignedVector.Named("hash in hexadecimal").With("X-Amz-Date", "20261126T114501Z");
        MemoryBody body = new(vector.Body);
        await Should.ThrowAsync<NotAuthenticatedException>(async () => await fixture.Strict.AuthenticateAsync(SigV4Fixture.ContextOf(vector), body));
        body.WasRead.ShouldBeFalse();
    }

    [Fact]
    public async Task Authenticate_AbsoluteTarget_IsReadByItsPath()
    {
        SignedVector vector = SignedVector.Named("query");
        await SigV4Fixture.AuthenticateAsync(fixture.Strict, vector with { Target = "http://127.0.0.1:8181" + vector.Target });
    }
}
