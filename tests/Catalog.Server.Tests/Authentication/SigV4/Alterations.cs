using System.Text;

namespace Catalog.Server.Tests.Authentication.SigV4;

/// <summary>Every signed element of a request, changed one at a time.</summary>
internal static class Alterations
{
    public static IEnumerable<(string What, SignedVector Altered)> Of(SignedVector vector)
    {
        yield return ("the method", vector with { Method = vector.Method == "PUT" ? "POST" : "PUT" });
        yield return ("a longer body", vector with { Body = [.. vector.Body, (byte)' '] });
        if (vector.Body.Length > 0)
        {
            yield return ("a shorter body", vector with { Body = vector.Body[..^1] });
            yield return ("another body", vector with { Body = [(byte)'[', .. vector.Body[1..]] });
        }

        IEnumerable<(string, SignedVector)> rest = OfPath(vector).Concat(OfQuery(vector)).Concat(OfHeaders(vector)).Concat(OfAuthorization(vector));
        foreach ((string, SignedVector) alteration in rest)
        {
            yield return alteration;
        }
    }

    private static IEnumerable<(string, SignedVector)> OfPath(SignedVector vector)
    {
        (string path, string query) = Split(vector.Target);
        for (int i = 0; i < path.Length; i++)
        {
            yield return ($"path character {i}", vector with { Target = Changed(path, i) + query });
            yield return ($"path without character {i}", vector with { Target = path.Remove(i, 1) + query is var target && target.Length > 0 && target != "/" ? target : "/x" });
        }

        yield return ("a longer path", vector with { Target = path + "/x" + query });
        yield return ("a path with another %", vector with { Target = (path.Contains('%') ? path.Replace("%", "%25") : path + "%20") + query });
    }

    private static IEnumerable<(string, SignedVector)> OfQuery(SignedVector vector)
    {
        (string path, string query) = Split(vector.Target);
        yield return ("one more parameter", vector with { Target = path + (query.Length > 0 ? query + "&" : "?") + "force=true" });
        for (int i = 1; i < query.Length; i++)
        {
            // Between '&' and '=' there are changes that leave every parameter as it was.
            if (query[i] is not ('&' or '='))
            {
                yield return ($"query character {i}", vector with { Target = path + Changed(query, i) });
            }
        }

        string[] pairs = query.Length > 0 ? query[1..].Split('&') : [];
        foreach (string pair in pairs.Where(pair => pair.Length > 0))
        {
            string others = string.Join('&', pairs.Except([pair]));
            yield return ($"without {pair}", vector with { Target = path + (others.Length > 0 ? "?" + others : "") });
            yield return ($"with {pair} twice", vector with { Target = $"{path}{query}&{pair}" });
        }
    }

    private static IEnumerable<(string, SignedVector)> OfHeaders(SignedVector vector)
    {
        foreach (string name in SignedHeaders(vector))
        {
            string value = vector.Header(name)!;
            yield return ($"header {name} changed", vector.With(name, value + "x"));
            yield return ($"header {name} changed in front", vector.With(name, "x" + value));
            yield return ($"header {name} gone", vector with { Headers = [.. vector.Headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))] });
            yield return ($"header {name} given once more", vector with { Headers = [.. vector.Headers, new(name, value)] });
        }
    }

    private static IEnumerable<(string, SignedVector)> OfAuthorization(SignedVector vector)
    {
        if (vector.Header("Authorization") is not { } authorization)
        {
            yield break;
        }

        for (int i = 0; i < authorization.Length; i++)
        {
            if (authorization[i] is not ' ')
            {
                yield return ($"Authorization character {i}", vector.With("Authorization", Changed(authorization, i)));
            }
        }

        yield return ("signature in upper case", vector.With("Authorization", authorization[..^64] + authorization[^64..].ToUpperInvariant()));
        yield return ("host not signed", vector.With("Authorization", authorization.Replace("host;", "").Replace("host,", ",")));
        yield return ("one more signed header", vector.With("Authorization", authorization.Replace("SignedHeaders=", "SignedHeaders=accept;")));
        yield return ("no Authorization", vector with { Headers = [.. vector.Headers.Where(header => header.Key != "Authorization")] });
        yield return ("another service", vector.With("Authorization", authorization.Contains("/s3/") ? authorization.Replace("/s3/", "/s3tables/") : authorization.Replace("/s3tables/", "/s3/")));
    }

    private static string[] SignedHeaders(SignedVector vector)
    {
        string source = vector.Header("Authorization") ?? Uri.UnescapeDataString(vector.Target);
        int start = source.IndexOf("SignedHeaders=", StringComparison.Ordinal) + "SignedHeaders=".Length;
        int end = source.IndexOfAny([',', '&'], start);
        return (end < 0 ? source[start..] : source[start..end]).Split(';');
    }

    private static (string Path, string Query) Split(string target)
    {
        int question = target.IndexOf('?');
        return question < 0 ? (target, "") : (target[..question], target[question..]);
    }

    private static string Changed(string text, int position)
    {
        StringBuilder changed = new(text);
        changed[position] = text[position] == 'q' ? 'r' : 'q';
        return changed.ToString();
    }
}
