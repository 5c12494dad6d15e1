using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace Catalog.Sdk.Tests.Live;

/// <summary>Answers the first of each POST by 503 with <c>Retry-After</c> in place of the server; notes each request's Authorization.</summary>
internal sealed class RefusingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private int _posts;

    public ConcurrentQueue<string> Authorizations { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            Authorizations.Enqueue(request.Headers.GetValues("Authorization").Single());
            if (Interlocked.Increment(ref _posts) % 2 == 1)
            {
                var refusal = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
                refusal.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(1));
                return refusal;
            }
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
