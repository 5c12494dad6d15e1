using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Catalog.Core.Access;

/// <summary>Adds organisations, keys, quotas and what they need.</summary>
public static class AccessServices
{
    /// <summary>Adds the services; they need <see cref="CatalogOptions"/> and the catalog database.</summary>
    public static IServiceCollection AddCatalogAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISecretProtector, DataProtectionSecretProtector>();
        services.TryAddSingleton<CredentialHasher>();
        services.TryAddSingleton<Organisations>();
        services.TryAddSingleton<ApiKeys>();
        services.TryAddSingleton<AccessKeys>();
        services.TryAddSingleton<Quotas>();
        services.TryAddSingleton<AccessControl>();
        return services;
    }
}
