namespace Catalog.Core;

/// <summary>
/// The commits of this process to one table that are under way. It makes them quick, never right: the next one starts from
/// what the one before will have made, so that many share one fsync. Whether that came true the database decides.
/// </summary>
internal sealed class CommitLine
{
    /// <summary>What the last commit in line will have made; null when that is not known.</summary>
    public StoredMetadata? Head { get; set; }

    /// <summary>Where the metadata that follows <see cref="Head"/> goes.</summary>
    public string? Folder { get; set; }

    /// <summary>
    /// Set when a commit in line had to be made again inside its transaction: those behind it started from what never came
    /// true. Until the line is empty, commits are made inside their transactions at once.
    /// </summary>
    public bool Broken { get; set; }

    /// <summary>How many are in line.</summary>
    public int Count { get; set; }
}
