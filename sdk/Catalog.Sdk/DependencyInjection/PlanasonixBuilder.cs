using Catalog.Sdk.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Catalog.Sdk.DependencyInjection;

/// <summary>Goes on with a registration of <c>AddPlanasonix</c>.</summary>
public sealed class PlanasonixBuilder
{
    internal PlanasonixBuilder(string name, OptionsBuilder<PlanasonixClientOptions> options, IHttpClientBuilder http)
    {
        Name = name;
        Options = options;
        Http = http;
    }

    /// <summary>The name of the client: its key, and that of its configuration.</summary>
    public string Name { get; }

    /// <summary>The settings.</summary>
    public OptionsBuilder<PlanasonixClientOptions> Options { get; }

    /// <summary>The transport under the client's own handlers. Handlers added here see each attempt, and no resilience belongs here.</summary>
    public IHttpClientBuilder Http { get; }

    /// <summary>Takes an <c>flx_</c> key, which is exchanged for tokens.</summary>
    /// <param name="apiKey">The key. Secret.</param>
    /// <returns>This builder.</returns>
    public PlanasonixBuilder AddApiKey(string apiKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiKey);
        Options.Configure(o => o.ApiKey = apiKey);
        return this;
    }

    /// <summary>Takes tokens from a source of the host's.</summary>
    /// <param name="source">Obtains a token; called again before it expires, and once when the server refuses it.</param>
    /// <returns>This builder.</returns>
    public PlanasonixBuilder AddBearerToken(Func<IServiceProvider, CancellationToken, Task<AccessToken>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Options.Configure<IServiceProvider>((o, services) => o.TokenSource = cancellationToken => source(services, cancellationToken));
        return this;
    }
}
