namespace Catalog.Sdk.Authentication;

/// <summary>
/// Holds one token. Callers who find it missing, about to expire or refused share a single exchange; a failed one is
/// told to those who waited for it and not remembered.
/// </summary>
internal sealed class TokenCache(Func<CancellationToken, Task<AccessToken>> obtain, TimeProvider time, TimeSpan buffer)
{
    private readonly Lock _gate = new();
    private AccessToken? _current;
    private DateTimeOffset _renewAt;
    private Task<AccessToken>? _running;

    /// <summary>Gives a token that is good.</summary>
    /// <param name="refused">The token that the server refused, so that it is not given again; null at first.</param>
    /// <param name="cancellationToken">Stops the wait of this caller, not the exchange that others wait for.</param>
    public Task<AccessToken> GetAsync(AccessToken? refused, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_current is { } token && !ReferenceEquals(token, refused) && time.GetUtcNow() < _renewAt)
            {
                return Task.FromResult(token);
            }

            // The exchange runs for all who wait, so no single caller's cancellation may end it.
            _running ??= Task.Run(ObtainAsync, CancellationToken.None);
            return _running.WaitAsync(cancellationToken);
        }
    }

    private async Task<AccessToken> ObtainAsync()
    {
        try
        {
            AccessToken token = await obtain(CancellationToken.None).ConfigureAwait(false);
            lock (_gate)
            {
                _current = token;
                _renewAt = RenewalTime(token);
            }

            return token;
        }
        finally
        {
            lock (_gate)
            {
                _running = null;
            }
        }
    }

    private DateTimeOffset RenewalTime(AccessToken token)
    {
        if (token.ExpiresAt is not { } expiry)
        {
            return DateTimeOffset.MaxValue;
        }

        TimeSpan life = expiry - time.GetUtcNow();
        return expiry - (buffer < life / 2 ? buffer : life / 2);
    }
}
