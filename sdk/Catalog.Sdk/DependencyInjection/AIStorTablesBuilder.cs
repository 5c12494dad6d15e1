using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Catalog.Sdk.DependencyInjection;

/// <summary>Goes on with a registration of <c>AddAIStorTables</c>.</summary>
public sealed class AIStorTablesBuilder
{
    internal AIStorTablesBuilder(string name, OptionsBuilder<AIStorTablesClientOptions> options, IHttpClientBuilder http)
    {
        Name = name;
        Options = options;
        Http = http;
    }

    /// <summary>The name of the client: its key, and that of its configuration.</summary>
    public string Name { get; }

    /// <summary>The settings.</summary>
    public OptionsBuilder<AIStorTablesClientOptions> Options { get; }

    /// <summary>The transport under the client's own handlers. Requests are signed already: handlers added here must not change them.</summary>
    public IHttpClientBuilder Http { get; }

    /// <summary>Takes credentials to sign with; without, those of the settings or of the AWS credential chain are used.</summary>
    /// <param name="credentials">The credentials; they are resolved for each request.</param>
    /// <param name="region">The region to sign for; null takes the settings'.</param>
    /// <returns>This builder.</returns>
    public AIStorTablesBuilder AddAwsSigV4(AWSCredentials credentials, string? region = null)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        Options.Configure(o =>
        {
            o.Credentials = credentials;
            o.Region = region ?? o.Region;
        });
        return this;
    }
}
