using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Catalog.Sdk.Tests.Wire;

/// <summary>Stands in for the wire: records each request and answers by rules, the newest first.</summary>
internal sealed class ScriptedServer(TimeProvider? time = null) : HttpMessageHandler
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentStack<Func<RecordedRequest, Task<HttpResponseMessage>?>> _rules = new();

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public IReadOnlyList<RecordedRequest> To(string method, string pathEnd) =>
        [.. _requests.Where(r => r.Method == method && r.Target.Split('?')[0].EndsWith(pathEnd, StringComparison.Ordinal))];

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public static HttpResponseMessage Error(int status, string type, string message = "no", params (string Name, string Value)[] headers) =>
        Json($$$"""{"error":{"message":"{{{message}}}","type":"{{{type}}}","code":{{{status}}}}}""", (HttpStatusCode)status, headers);

    /// <summary>Answers what the rule wants to; what it does not, an older rule answers.</summary>
    public ScriptedServer When(Func<RecordedRequest, HttpResponseMessage?> rule)
    {
        _rules.Push(request => rule(request) is { } response ? Task.FromResult(response) : null);
        return this;
    }

    public ScriptedServer WhenAsync(Func<RecordedRequest, Task<HttpResponseMessage>?> rule)
    {
        _rules.Push(rule);
        return this;
    }

    /// <summary>Answers requests of a method to a path in turn; the last answer stays.</summary>
    public ScriptedServer On(string method, string pathEnd, params Func<HttpResponseMessage>[] answers)
    {
        int next = 0;
        return When(request => request.Method == method && request.Target.Split('?')[0].EndsWith(pathEnd, StringComparison.Ordinal)
            ? answers[Math.Min(Interlocked.Increment(ref next) - 1, answers.Length - 1)]()
            : null);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await ReadAsync(request.Content, cancellationToken);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []))
        {
            headers[header.Key] = string.Join("|", header.Value);
        }

        var recorded = new RecordedRequest(request.Method.Method, request.RequestUri!.PathAndQuery, headers, body, (time ?? TimeProvider.System).GetUtcNow());
        _requests.Enqueue(recorded);
        foreach (Func<RecordedRequest, Task<HttpResponseMessage>?> rule in _rules)
        {
            if (rule(recorded) is { } answer)
            {
                return await answer.WaitAsync(cancellationToken);
            }
        }

        return new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("no rule") };
    }

    /// <summary>Reads as a socket does: what cannot be read twice is gone afterwards.</summary>
    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return Encoding.UTF8.GetString(copy.ToArray());
    }
}
