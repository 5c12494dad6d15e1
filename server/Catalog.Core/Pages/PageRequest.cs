namespace Catalog.Core;

/// <summary>Which part of a list is asked for. Without token and size: all of it.</summary>
/// <param name="Token">The token of the page before; empty for the first page; null when the caller does not page.</param>
/// <param name="Size">The most entries of a page; sizes above <see cref="MaxSize"/> are cut.</param>
public readonly record struct PageRequest(string? Token, int? Size)
{
    /// <summary>The largest page, and the size of a page whose size was not said.</summary>
    public const int MaxSize = 1000;

    /// <summary>The whole list.</summary>
    public static PageRequest All => default;

    /// <summary>Whether the caller pages.</summary>
    internal bool IsPaged => Token is not null || Size is not null;

    /// <summary>How many entries to read at most.</summary>
    internal int Limit => Size switch
    {
        null => IsPaged ? MaxSize : int.MaxValue,
        < 1 => throw new InvalidRequestException("pageSize must be 1 or more", "pageSize"),
        { } size => Math.Min(size, MaxSize),
    };
}
