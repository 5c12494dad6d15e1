namespace Catalog.Core.Access;

/// <summary>A key of an organisation, as far as it may be shown: the key's text is not kept anywhere.</summary>
/// <param name="Id">Its number, by which it is revoked.</param>
/// <param name="Name">What its maker called it.</param>
/// <param name="Organisation">Whose it is.</param>
/// <param name="CanWrite">Whether it may change anything.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends; null for never.</param>
/// <param name="RevokedAt">When it was revoked; null while it holds.</param>
public sealed record ApiKey(
    long Id,
    string Name,
    Organisation Organisation,
    bool CanWrite,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt)
{
    /// <summary>Whether the key holds at that time.</summary>
    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);
}
