using System.Text;
using Catalog.Testing.Rest;

namespace Catalog.Benchmarks.Targets;

/// <summary>Writes requests for one surface, with that surface's kind of authentication.</summary>
internal sealed class Surface
{
    private readonly string _host;
    private readonly string? _bearer;
    private readonly SigV4Signer? _signer;

    private Surface(string name, string host, string prefix, string? bearer, SigV4Signer? signer)
    {
        Name = name;
        _host = host;
        Prefix = prefix;
        _bearer = bearer;
        _signer = signer;
    }

    public string Name { get; }

    public string Prefix { get; }

    public static Surface Bearer(string name, Uri server, string token) => new(name, server.Authority, "/v1", token, null);

    public static Surface SigV4(Uri server, string warehouse, string accessKey, string secretKey) =>
        new("SigV4", server.Authority, $"/_iceberg/v1/{warehouse}", null, new SigV4Signer(accessKey, secretKey));

    /// <summary>The bytes of a request. A signature holds for the second it was made in, so signed ones are not kept.</summary>
    public byte[] Request(string method, string target, string? json = null)
    {
        byte[] body = json is null ? [] : Encoding.UTF8.GetBytes(json);
        StringBuilder head = new();
        head.Append(method).Append(' ').Append(Prefix).Append(target).Append(" HTTP/1.1\r\nHost: ").Append(_host).Append("\r\n");
        if (_signer is null)
        {
            head.Append("Authorization: Bearer ").Append(_bearer).Append("\r\n");
        }
        else
        {
            (string date, string hash, string authorization) = _signer.Sign(method, _host, Prefix + target, body, DateTimeOffset.UtcNow);
            head.Append("X-Amz-Date: ").Append(date).Append("\r\nX-Amz-Content-Sha256: ").Append(hash)
                .Append("\r\nAuthorization: ").Append(authorization).Append("\r\n");
        }

        if (json is not null)
        {
            head.Append("Content-Type: application/json\r\nContent-Length: ").Append(body.Length).Append("\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    /// <summary>A source that repeats one read. Bearer requests are written once, signed ones each time.</summary>
    public Func<ReadOnlyMemory<byte>> Repeat(string method, string target)
    {
        if (_signer is not null)
        {
            return () => Request(method, target);
        }

        byte[] request = Request(method, target);
        return () => request;
    }
}
