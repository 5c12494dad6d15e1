using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Core.Tests.Access;
using Catalog.Server.Authentication.AIStor;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Tests.Authentication.SigV4;

/// <summary>The authenticator with the vectors' keys at the vectors' time.</summary>
public sealed class SigV4Fixture : IAsyncLifetime
{
    internal AccessStore Store { get; } = new(SignedVector.SignedAt);

    internal SigV4Authenticator Strict { get; private set; } = null!;

    internal SigV4Authenticator Lenient { get; private set; } = null!;

    internal static DefaultHttpContext ContextOf(SignedVector vector)
    {
        DefaultHttpContext context = new();
        context.Request.Method = vector.Method;
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = vector.Target;
        foreach ((string name, string value) in vector.Headers)
        {
            context.Request.Headers[name] = StringValues.Concat(context.Request.Headers[name], new StringValues(value));
        }

        context.Request.ContentLength = vector.Body.Length;
        return context;
    }

    internal static ValueTask<Caller> AuthenticateAsync(SigV4Authenticator authenticator, SignedVector vector) =>
        authenticator.AuthenticateAsync(ContextOf(vector), new MemoryBody(vector.Body));

    public async ValueTask InitializeAsync()
    {
        AccessKeys keys = Store.Get<AccessKeys>();
        foreach ((string key, string secret) in SignedVector.AccessKeys)
        {
            await keys.AddAsync("vectors", AccessKey.AdministratorPolicy, key, secret);
        }

        Strict = new SigV4Authenticator(keys, Store.Time, allowUnsignedPayload: false);
        Lenient = new SigV4Authenticator(keys, Store.Time, allowUnsignedPayload: true);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
