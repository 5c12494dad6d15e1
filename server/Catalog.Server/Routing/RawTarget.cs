using System.Runtime.CompilerServices;

namespace Catalog.Server.Routing;

/// <summary>
/// The request target as the client sent it, split into segments that are still percent-encoded.
/// </summary>
/// <remarks>
/// Kestrel's decoded path cannot be used for names: in it <c>a%2Fb</c> and <c>a%252Fb</c> are one, <c>%1F</c> inside a
/// level cannot be told from the separator, and <c>.</c> and <c>..</c> have been resolved away.
/// </remarks>
internal readonly struct RawTarget
{
    /// <summary>More than any route has; a longer path matches nothing.</summary>
    public const int MaxSegments = 12;

    private readonly string _target;
    private readonly Segments _segments;

    private RawTarget(string target, Segments segments, int count, int queryStart)
    {
        _target = target;
        _segments = segments;
        Count = count;
        QueryStart = queryStart;
    }

    /// <summary>How many segments the path has; -1 when it has more than <see cref="MaxSegments"/>.</summary>
    public int Count { get; }

    /// <summary>Where the query starts (at its question mark), or the target's length.</summary>
    public int QueryStart { get; }

    /// <summary>The path, as sent.</summary>
    public ReadOnlySpan<char> Path => _target.AsSpan(0, QueryStart);

    /// <summary>The query with its question mark, as sent; empty when there is none.</summary>
    public ReadOnlySpan<char> Query => _target.AsSpan(QueryStart);

    /// <summary>The first segment; also of a path with too many segments.</summary>
    public ReadOnlySpan<char> Root
    {
        get
        {
            (int start, int length) = _segments[0];
            return _target.AsSpan(start, length);
        }
    }

    /// <summary>A segment, still percent-encoded.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            (int start, int length) = _segments[index];
            return _target.AsSpan(start, length);
        }
    }

    public static RawTarget Parse(string target)
    {
        int position = PathStart(target);
        int end = target.AsSpan(position).IndexOf('?');
        end = end < 0 ? target.Length : position + end;

        Segments segments = default;
        int count = 0;
        while (position < end)
        {
            // position is at a slash
            int next = target.AsSpan(position + 1, end - position - 1).IndexOf('/');
            int length = next < 0 ? end - position - 1 : next;
            if (count == MaxSegments)
            {
                return new RawTarget(target, segments, -1, end);
            }

            segments[count++] = (position + 1, length);
            position += length + 1;
        }

        return new RawTarget(target, segments, count, end);
    }

    // The absolute form (GET http://host/path), which servers must accept, starts before the path.
    private static int PathStart(string target)
    {
        if (target.Length == 0 || target[0] == '/')
        {
            return 0;
        }

        int scheme = target.IndexOf("://", StringComparison.Ordinal);
        int slash = scheme < 0 ? -1 : target.IndexOf('/', scheme + 3);
        return slash < 0 ? target.Length : slash;
    }

    [InlineArray(MaxSegments)]
    private struct Segments
    {
        private (int Start, int Length) _first;
    }
}
