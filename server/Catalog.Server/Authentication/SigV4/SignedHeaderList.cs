namespace Catalog.Server.Authentication.SigV4;

/// <summary>The list of signed headers: <c>host;x-amz-date</c>.</summary>
internal static class SignedHeaderList
{
    private const int MaxNames = 64;

    /// <summary>Refuses a list that is not in its canonical form, or does not sign the host.</summary>
    public static void Check(string list)
    {
        ReadOnlySpan<char> previous = default, text = list;
        bool hasHost = false;
        int count = 0;
        foreach (Range range in text.Split(';'))
        {
            ReadOnlySpan<char> name = text[range];
            if (name.IsEmpty || ++count > MaxNames || HasForeignCharacter(name) || previous.SequenceCompareTo(name) >= 0)
            {
                throw new SignatureException("The signed headers are not a list of lower-case names in ascending order.");
            }

            hasHost |= name is "host";
            previous = name;
        }

        if (!hasHost)
        {
            throw new SignatureException("The host header is not signed.");
        }
    }

    /// <summary>Whether the list holds <paramref name="name"/>.</summary>
    public static bool Contains(ReadOnlySpan<char> list, ReadOnlySpan<char> name)
    {
        foreach (Range range in list.Split(';'))
        {
            if (list[range].SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasForeignCharacter(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (c is <= ' ' or >= (char)127 or ',' or ':' or (>= 'A' and <= 'Z'))
            {
                return true;
            }
        }

        return false;
    }
}
