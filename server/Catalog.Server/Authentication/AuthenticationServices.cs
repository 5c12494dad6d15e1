using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Authentication.AIStor;
using Catalog.Server.Authentication.Bearer;
using Catalog.Server.Authentication.OAuth;
using Catalog.Server.Authentication.Tokens;
using Catalog.Server.Requests;
using Catalog.Server.Settings;

namespace Catalog.Server.Authentication;

/// <summary>Adds how each surface knows its callers.</summary>
internal static class AuthenticationServices
{
    /// <summary>Adds an <see cref="IRequestAuthenticator"/> for each surface and the token endpoint.</summary>
    public static IServiceCollection AddCatalogAuthentication(this IServiceCollection services)
    {
        services.AddSingleton<TokenSigningKeys>();
        services.AddSingleton<TokenVerifier>();
        services.AddSingleton(static provider => new TokenIssuer(
            provider.GetRequiredService<TokenSigningKeys>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ServerSettings>().TokenLifetime));
        services.AddSingleton<ITokenEndpoint, TokenEndpoint>();
        services.AddKeyedSingleton<IRequestAuthenticator>(Surface.Planasonix, static (provider, _) => new BearerAuthenticator(
            provider.GetRequiredService<ApiKeys>(),
            provider.GetRequiredService<CredentialHasher>(),
            provider.GetRequiredService<TokenVerifier>(),
            provider.GetRequiredService<ServerSettings>().RateLimitsEnabled ? provider.GetRequiredService<Quotas>() : null,
            provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<IRequestAuthenticator>(Surface.AIStor, static (provider, _) => new SigV4Authenticator(
            provider.GetRequiredService<AccessKeys>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ServerSettings>().AIStor.AllowUnsignedPayload));
        return services;
    }
}
