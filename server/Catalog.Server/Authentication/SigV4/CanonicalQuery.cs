namespace Catalog.Server.Authentication.SigV4;

/// <summary>The query of a canonical request: every pair as <c>key=value</c>, ascending by key, then by value.</summary>
internal static class CanonicalQuery
{
    private const int MaxPairs = 128;

    /// <summary>Appends the query's pairs as they were sent, the way botocore signs them.</summary>
    public static void AppendAsSent(ref Utf8Buffer buffer, ReadOnlySpan<char> query)
    {
        if (query.IsEmpty)
        {
            return;
        }

        Span<Pair> pairs = stackalloc Pair[MaxPairs];
        int count = 0, position = 0;
        while (position <= query.Length)
        {
            int length = query[position..].IndexOf('&');
            int end = length < 0 ? query.Length : position + length;
            int equals = query[position..end].IndexOf('=');
            int endOfKey = equals < 0 ? end : position + equals;
            Pair pair = new(position, endOfKey, equals < 0 ? end : endOfKey + 1, end);
            position = end + 1;
            if (query[pair.Key..pair.EndOfKey] is "X-Amz-Signature")
            {
                continue;
            }

            if (count == MaxPairs)
            {
                throw new SignatureException($"The query has more than {MaxPairs} parameters.");
            }

            // Queries are short: insertion keeps the common, already ordered one at one comparison a pair.
            int slot = count++;
            for (; slot > 0 && Compare(query, pairs[slot - 1], pair) > 0; slot--)
            {
                pairs[slot] = pairs[slot - 1];
            }

            pairs[slot] = pair;
        }

        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                buffer.Append((byte)'&');
            }

            buffer.Append(query[pairs[i].Key..pairs[i].EndOfKey]);
            buffer.Append((byte)'=');
            buffer.Append(query[pairs[i].Value..pairs[i].EndOfValue]);
        }
    }

    /// <summary>
    /// The query with each key and value decoded (a plus sign is a blank, as our own parsing has it) and encoded again
    /// strictly: what a signer that works on decoded parameters signs. Null when that is the query as sent.
    /// </summary>
    public static string? Normalise(ReadOnlySpan<char> query)
    {
        List<string> pairs = [];
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> pair = query[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            int equals = pair.IndexOf('=');
            pairs.Add(equals < 0
                ? Recode(pair) + "="
                : $"{Recode(pair[..equals])}={Recode(pair[(equals + 1)..])}");
        }

        string normalised = string.Join('&', pairs);
        return query.SequenceEqual(normalised) ? null : normalised;
    }

    private static string Recode(ReadOnlySpan<char> text) =>
        Uri.EscapeDataString(Uri.UnescapeDataString(text.ToString().Replace('+', ' ')));

    private static int Compare(ReadOnlySpan<char> query, Pair left, Pair right)
    {
        int byKey = query[left.Key..left.EndOfKey].SequenceCompareTo(query[right.Key..right.EndOfKey]);
        return byKey != 0
            ? byKey
            : query[left.Value..left.EndOfValue].SequenceCompareTo(query[right.Value..right.EndOfValue]);
    }

    private readonly record struct Pair(int Key, int EndOfKey, int Value, int EndOfValue);
}
