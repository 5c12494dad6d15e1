using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>A new version of a table's metadata that has been made, but is not the table's yet.</summary>
internal sealed record Draft
{
    /// <summary>The version it was made from; null for a table that is made.</summary>
    public required StoredMetadata? Base { get; init; }

    /// <summary>The version it makes. The base itself when nothing would change.</summary>
    public required StoredMetadata Next { get; init; }

    /// <summary>What its file holds, to stand in the commit's transaction; empty when the file is on the disk already.</summary>
    public ReadOnlyMemory<byte> Pending { get; init; }

    /// <summary>Where the table's metadata goes from now on.</summary>
    public required string MetadataFolder { get; init; }

    /// <summary>Metadata files that the table no longer keeps in its log, and wants deleted.</summary>
    public IReadOnlyList<string> Dropped { get; init; } = [];

    /// <summary>Whether there is anything to commit.</summary>
    public bool Changes => !ReferenceEquals(Base, Next);

    /// <summary>The receipt of the call, made where the draft is made.</summary>
    public ReceiptRow? Receipt { get; init; }
}
