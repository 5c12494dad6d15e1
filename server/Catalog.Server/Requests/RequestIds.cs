namespace Catalog.Server.Requests;

/// <summary>The id that an answer, its error and its log lines share.</summary>
internal static class RequestIds
{
    public const string HeaderName = "X-Request-Id";
    private const int MaxLength = 64;

    private const int NumberLength = 10;
    private const string HexDigits = "0123456789abcdef";

    private static readonly string Process = Convert.ToHexStringLower(BitConverter.GetBytes(Random.Shared.NextInt64()))[..8] + "-";
    private static long _last;

    /// <summary>The client's own id when it is one of ours to keep, otherwise a new one.</summary>
    public static string Of(HttpRequest request)
    {
        string? sent = request.Headers[HeaderName];
        return sent is { Length: > 0 and <= MaxLength } && IsPlain(sent) ? sent : Next();
    }

    private static string Next() => string.Create(Process.Length + NumberLength, Interlocked.Increment(ref _last), static (id, number) =>
    {
        Process.CopyTo(id);
        for (int i = id.Length - 1; i >= Process.Length; i--)
        {
            id[i] = HexDigits[(int)(number & 0xF)];
            number >>= 4;
        }
    });

    private static bool IsPlain(string id)
    {
        foreach (char c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
