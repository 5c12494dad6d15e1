using System.Text;
using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Authentication.SigV4;

/// <summary>The signed headers of a canonical request: one line each, runs of white space made one blank.</summary>
internal static class CanonicalHeaders
{
    public static void Append(ref Utf8Buffer buffer, IHeaderDictionary headers, string signedHeaders)
    {
        foreach (Range range in signedHeaders.AsSpan().Split(';'))
        {
            string name = signedHeaders[range];
            if (!headers.TryGetValue(name, out StringValues values) || values.Count == 0)
            {
                throw new SignatureException($"The signed header {name} is missing.");
            }

            buffer.Append(name);
            for (int i = 0; i < values.Count; i++)
            {
                buffer.Append(i == 0 ? (byte)':' : (byte)',');
                AppendTrimmed(ref buffer, values[i]);
            }

            buffer.Append((byte)'\n');
        }
    }

    private static void AppendTrimmed(ref Utf8Buffer buffer, ReadOnlySpan<char> value)
    {
        value = value.Trim();
        while (true)
        {
            int blank = IndexOfRun(value);
            if (blank < 0)
            {
                buffer.Append(value);
                return;
            }

            buffer.Append(value[..blank]);
            buffer.Append((byte)' ');
            value = value[blank..].TrimStart();
        }
    }

    // A single blank stays as it is; whatever else is white space, or more than one, is folded.
    private static int IndexOfRun(ReadOnlySpan<char> value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsWhiteSpace(value[i]) && (value[i] != ' ' || char.IsWhiteSpace(value[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }
}
