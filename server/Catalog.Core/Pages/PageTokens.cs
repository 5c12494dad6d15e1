using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Catalog.Persistence;
using Catalog.Persistence.Rows;

namespace Catalog.Core;

/// <summary>
/// Page tokens: the last entry of the page before, sealed together with what is listed. A token that was altered, or belongs
/// to another list, is refused.
/// </summary>
internal sealed class PageTokens(CatalogDatabase database)
{
    private const int SealBytes = 12;

    // Servers on one database share the key, so that any of them answers the next page.
    private readonly Lazy<byte[]> _key = new(() => database.Read(static session => SettingRows.Find(session, "page-token-key")!));

    /// <summary>Reads the entry to go on after; empty at the start.</summary>
    public string Open(string list, PageRequest page)
    {
        if (string.IsNullOrEmpty(page.Token))
        {
            return "";
        }

        if (Base64Url.IsValid(page.Token, out int length) && length > SealBytes)
        {
            ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(page.Token);
            if (CryptographicOperations.FixedTimeEquals(bytes[..SealBytes], Seal(list, bytes[SealBytes..])))
            {
                return Encoding.UTF8.GetString(bytes[SealBytes..]);
            }
        }

        throw new InvalidRequestException("The page token is not valid for this list", "pageToken");
    }

    /// <summary>
    /// Makes a page of entries that were read in order, one more than fits if there is a next page.
    /// </summary>
    public Page<T> Cut<TEntry, T>(string list, List<TEntry> entries, int limit, Func<TEntry, string> key, Func<TEntry, T> item)
    {
        bool more = entries.Count > limit;
        var items = new T[more ? limit : entries.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = item(entries[i]);
        }

        return new Page<T>(items, more ? Token(list, key(entries[limit - 1])) : null);
    }

    private string Token(string list, string entry)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(entry);
        return Base64Url.EncodeToString([.. Seal(list, bytes), .. bytes]);
    }

    private ReadOnlySpan<byte> Seal(string list, ReadOnlySpan<byte> entry)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key.Value);
        hash.AppendData(Encoding.UTF8.GetBytes(list));
        hash.AppendData([0]);
        hash.AppendData(entry);
        return hash.GetHashAndReset().AsSpan(0, SealBytes);
    }
}
