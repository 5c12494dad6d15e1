namespace Catalog.Core;

/// <summary>
/// Which names a surface lets its callers create. Names that exist already can be read through every surface.
/// </summary>
public abstract class NamingRules
{
    /// <summary>Refuses a namespace that may not be created.</summary>
    /// <exception cref="InvalidRequestException">A level breaks the rules, or there are too many.</exception>
    public abstract void CheckNamespace(NamespaceName name);

    /// <summary>Refuses a table name that may not be created.</summary>
    /// <exception cref="InvalidRequestException">The name breaks the rules.</exception>
    public abstract void CheckTable(string name);

    /// <summary>Refuses a warehouse name that may not be created.</summary>
    /// <exception cref="InvalidRequestException">The name breaks the rules.</exception>
    public static void CheckWarehouse(string name)
    {
        bool valid = name is { Length: >= 3 and <= 63 } && !name.StartsWith('-') && !name.EndsWith('-');
        foreach (char c in name ?? "")
        {
            valid &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
        }

        if (!valid)
        {
            throw new InvalidRequestException(
                "A warehouse name has 3 to 63 lowercase letters, digits and hyphens, with no hyphen at either end", "name");
        }

        if (name == "warehouses")
        {
            throw new InvalidRequestException("The warehouse name 'warehouses' is reserved", "name");
        }
    }
}
