using System.Diagnostics.CodeAnalysis;
using Catalog.Sdk;
using Catalog.Sdk.DependencyInjection;
using Catalog.Sdk.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds clients of the catalog services to a host.</summary>
public static class CatalogServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="PlanasonixClient"/>, as a singleton under its name as key; the first one is there without a key too.
    /// Its settings are bound from the section <c>Planasonix:{name}</c> and checked at the start of the host.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name, and key, of the client.</param>
    /// <param name="configure">Settings in code; they win over the section's.</param>
    /// <returns>A builder to go on with.</returns>
    public static PlanasonixBuilder AddPlanasonix(this IServiceCollection services, string name, Action<PlanasonixClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        OptionsBuilder<PlanasonixClientOptions> options = services.AddOptions<PlanasonixClientOptions>(name)
            .Configure<IServiceProvider>((o, provider) =>
            {
                UseHost(o, provider);
                provider.GetService<IConfiguration>()?.GetSection($"{PlanasonixClientOptions.SectionName}:{name}").Bind(o);
            });
        services.AddSingleton<IValidateOptions<PlanasonixClientOptions>>(new ClientOptionsValidator<PlanasonixClientOptions>(name, OptionsRules.Failures));
        AddClient(services, name, provider => new PlanasonixClient(
            provider.GetRequiredService<IOptionsMonitor<PlanasonixClientOptions>>().Get(name),
            Transport(provider, $"{PlanasonixClientOptions.SectionName}:{name}")));
        IHttpClientBuilder http = AddTransport(services, $"{PlanasonixClientOptions.SectionName}:{name}");
        return new PlanasonixBuilder(name, Finish(options, configure), http);
    }

    /// <summary>
    /// Adds an <see cref="AIStorTablesClient"/>, as a singleton under its name as key; the first one is there without a key too.
    /// Its settings are bound from the section <c>AIStorTables:{name}</c> and checked at the start of the host.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name, and key, of the client.</param>
    /// <param name="configure">Settings in code; they win over the section's.</param>
    /// <returns>A builder to go on with.</returns>
    public static AIStorTablesBuilder AddAIStorTables(this IServiceCollection services, string name, Action<AIStorTablesClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        OptionsBuilder<AIStorTablesClientOptions> options = services.AddOptions<AIStorTablesClientOptions>(name)
            .Configure<IServiceProvider>((o, provider) =>
            {
                UseHost(o, provider);
                provider.GetService<IConfiguration>()?.GetSection($"{AIStorTablesClientOptions.SectionName}:{name}").Bind(o);
            });
        services.AddSingleton<IValidateOptions<AIStorTablesClientOptions>>(new ClientOptionsValidator<AIStorTablesClientOptions>(name, OptionsRules.Failures));
        AddClient(services, name, provider => new AIStorTablesClient(
            provider.GetRequiredService<IOptionsMonitor<AIStorTablesClientOptions>>().Get(name),
            Transport(provider, $"{AIStorTablesClientOptions.SectionName}:{name}")));
        IHttpClientBuilder http = AddTransport(services, $"{AIStorTablesClientOptions.SectionName}:{name}");
        return new AIStorTablesBuilder(name, Finish(options, configure), http);
    }

    private static void UseHost(CatalogClientOptions options, IServiceProvider provider)
    {
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
        options.LoggerFactory = provider.GetService<ILoggerFactory>();
    }

    private static OptionsBuilder<TOptions> Finish<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(OptionsBuilder<TOptions> options, Action<TOptions>? configure)
        where TOptions : class =>
        (configure is null ? options : options.Configure(configure)).ValidateOnStart();

    private static void AddClient<TClient>(IServiceCollection services, string name, Func<IServiceProvider, TClient> create)
        where TClient : class, ICatalogClient
    {
        services.AddKeyedSingleton(name, (provider, _) => create(provider));
        services.AddKeyedSingleton<ICatalogClient>(name, (provider, key) => provider.GetRequiredKeyedService<TClient>(key));
        services.AddKeyedSingleton(name, (provider, key) => provider.GetRequiredKeyedService<TClient>(key).Catalog);
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<TClient>(name));
        services.TryAddSingleton<ICatalogClient>(provider => provider.GetRequiredKeyedService<TClient>(name));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<TClient>(name).Catalog);
    }

    /// <summary>The host's own handlers, asked for each request: they may be renewed while the client lives on.</summary>
    private static FactoryTransport Transport(IServiceProvider provider, string name) =>
        new(provider.GetRequiredService<IHttpMessageHandlerFactory>(), name);

    private static IHttpClientBuilder AddTransport(IServiceCollection services, string name) =>
        services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(CatalogTransport.CreateSockets);
}
