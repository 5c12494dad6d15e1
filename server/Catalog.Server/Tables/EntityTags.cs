using Microsoft.Extensions.Primitives;

namespace Catalog.Server.Tables;

/// <summary>Compares entity tags.</summary>
internal static class EntityTags
{
    /// <summary>Whether <c>If-None-Match</c> names <paramref name="tag"/>, compared weakly as RFC 9110 has it.</summary>
    public static bool Matches(StringValues ifNoneMatch, string tag)
    {
        foreach (string? value in ifNoneMatch)
        {
            ReadOnlySpan<char> rest = value;
            foreach (Range range in rest.Split(','))
            {
                ReadOnlySpan<char> candidate = rest[range].Trim();
                if (candidate is "*")
                {
                    return true;
                }

                if (candidate.StartsWith("W/", StringComparison.Ordinal))
                {
                    candidate = candidate[2..];
                }

                if (candidate.SequenceEqual(tag))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
