namespace Catalog.Testing.Contract;

/// <summary>
/// Compares every answer that passes with the contract and throws <see cref="ContractViolationException"/> when it is not
/// what the contract says. Put it before any handler that sends: a socket's or a test server's.
/// </summary>
public sealed class ContractValidatingHandler : DelegatingHandler
{
    private readonly ContractValidator _validator;

    /// <summary>A handler that still needs its <see cref="DelegatingHandler.InnerHandler"/>.</summary>
    /// <param name="validator">The validator; that of this checkout's contract when absent.</param>
    public ContractValidatingHandler(ContractValidator? validator = null) => _validator = validator ?? ContractValidator.Current;

    /// <summary>A handler around the one that sends.</summary>
    /// <param name="inner">The handler that sends.</param>
    /// <param name="validator">The validator; that of this checkout's contract when absent.</param>
    public ContractValidatingHandler(HttpMessageHandler inner, ContractValidator? validator = null)
        : base(inner) => _validator = validator ?? ContractValidator.Current;

    /// <summary>Called with each answer that was as documented, and its operation.</summary>
    public Action<ContractOperation, ObservedAnswer>? Observed { get; init; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string method = request.Method.Method;
        string path = RawPath(request.RequestUri!);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        // Buffered, so that whoever reads after us finds it whole.
        await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        ObservedAnswer answer = new(
            method, path, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body, [.. response.Headers.Select(h => h.Key)]);
        if (_validator.Validate(answer) is { } operation)
        {
            Observed?.Invoke(operation, answer);
        }

        return response;
    }

    // AbsolutePath keeps %1F and %2F as they were; a fragment is never sent.
    private static string RawPath(Uri uri) => uri.AbsolutePath;
}
