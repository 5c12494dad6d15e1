namespace Catalog.Sdk.Tests.Live;

/// <summary>Lets a request through to the server and loses the answer, as a broken connection does.</summary>
internal sealed class AnswerLosingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private string? _pathEnd;
    private int _left;

    public int Lost { get; private set; }

    public void LoseNext(string pathEnd, int count) => (_pathEnd, _left) = (pathEnd, count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (_left > 0 && request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith(_pathEnd!, StringComparison.Ordinal))
        {
            _left--;
            Lost++;
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer was lost.");
        }

        return response;
    }
}
