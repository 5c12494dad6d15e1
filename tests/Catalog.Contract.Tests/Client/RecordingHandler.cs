using System.Net;
using System.Text;

namespace Catalog.Contract.Tests.Client;

/// <summary>Answers every request with one answer and keeps what was sent.</summary>
internal sealed class RecordingHandler(int status, string? json) : HttpMessageHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public string? Body { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request.ShouldBeNull("one call is one request");
        Request = request;
        Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        return new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = json is null ? new ByteArrayContent([]) : new StringContent(json, Encoding.UTF8, "application/json"),
        };
    }
}
