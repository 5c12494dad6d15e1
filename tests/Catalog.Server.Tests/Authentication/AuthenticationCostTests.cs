using System.Diagnostics;
using Catalog.Core.Access;
using Catalog.Server.Requests;
using Catalog.Server.Tests.Authentication.SigV4;
using Microsoft.AspNetCore.Http;

namespace Catalog.Server.Tests.Authentication;

/// <summary>
/// What authentication costs a request. Not part of a normal run; the figures in docs/security.md come from
/// <c>dotnet run -c Release --project tests/Catalog.Server.Tests -- --explicit only --filter-class '*AuthenticationCostTests' --show-live-output on</c>.
/// </summary>
public sealed class AuthenticationCostTests(ITestOutputHelper output)
{
    // Short runs, many of them: on a busy machine the best of them is one that nobody interrupted.
    private const int Rounds = 1_000;
    private const int Runs = 300;

    [Fact(Explicit = true)]
    public async Task Bearer_Remembered_Cost()
    {
        await using BearerFixture fixture = new();
        IssuedApiKey key = await fixture.KeyAsync();
        string token = await fixture.TokenAsync(key.Text);
        await MeasureAsync("bearer, API key", fixture.Authenticator, Context("Bearer " + key.Text), default);
        await MeasureAsync("bearer, token", fixture.Authenticator, Context("Bearer " + token), default);
    }

    [Fact(Explicit = true)]
    public async Task SigV4_Remembered_Cost()
    {
        SigV4Fixture fixture = new();
        await fixture.InitializeAsync();
        foreach (string name in (string[])["plain get", "s3tables double: unit separator", "many headers", "post with body, hash absent", "presigned", "query out of order"])
        {
            SignedVector vector = SignedVector.Named(name);
            await MeasureAsync("SigV4, " + name, fixture.Strict, SigV4Fixture.ContextOf(vector), vector.Body);
        }

        await fixture.DisposeAsync();
    }

    private static DefaultHttpContext Context(string authorization)
    {
        DefaultHttpContext context = new();
        context.Request.Headers.Authorization = authorization;
        return context;
    }

    private async Task MeasureAsync(string what, IRequestAuthenticator authenticator, HttpContext context, ReadOnlyMemory<byte> body)
    {
        MemoryBody memory = new(body);
        double best = double.MaxValue;
        long allocated = 0;
        for (int run = 0; run < Runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            for (int i = 0; i < Rounds; i++)
            {
                await authenticator.AuthenticateAsync(context, memory);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalMicroseconds / Rounds);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
        }

        output.WriteLine($"{what}: {best:0.00} µs, {allocated} bytes");
    }
}
