using Catalog.Sdk.Http;

namespace Catalog.Sdk.Authentication;

/// <summary>Chooses how a Planasonix client gets its token, by its settings.</summary>
internal sealed class PlanasonixCredentials
{
    private readonly Func<CancellationToken, Task<AccessToken>>? _exchange;

    public PlanasonixCredentials(PlanasonixClientOptions options, ClientParts parts)
    {
        if (options.ApiKey is { Length: > 0 } key)
        {
            HttpMessageInvoker anonymous = parts.CreateAnonymous();
            var endpoint = new Uri($"{parts.Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v1/oauth/tokens");
            _exchange = new TokenExchange(anonymous, endpoint, key, options.TimeProvider).ExchangeAsync;
        }

        (Func<CancellationToken, Task<AccessToken>> obtain, bool renewable) = options switch
        {
            { TokenSource: { } source } => (source, true),
            { Token: { Length: > 0 } token } => (_ => Task.FromResult(new AccessToken(token)), false),
            { ApiKey: { Length: > 0 } apiKey } when !options.ExchangeApiKey || IsToken(apiKey) => (_ => Task.FromResult(new AccessToken(apiKey)), false),
            _ => (_exchange ?? throw new ArgumentException("Either ApiKey, Token or TokenSource has to be set.", nameof(options)), true),
        };
        Cache = new TokenCache(obtain, options.TimeProvider, options.TokenRefreshBuffer);
        Handlers = new CredentialHandlers(new BearerTokenHandler(Cache, renewable), null);
    }

    public TokenCache Cache { get; }

    public CredentialHandlers Handlers { get; }

    public Task<AccessToken> ExchangeAsync(CancellationToken cancellationToken) =>
        _exchange?.Invoke(cancellationToken) ?? throw new InvalidOperationException("Only a client with an API key can exchange it.");

    /// <summary>Whether the text is a JWT, which has been exchanged already.</summary>
    private static bool IsToken(string text) => text.StartsWith("ey", StringComparison.Ordinal) && text.Count(c => c == '.') == 2;
}
