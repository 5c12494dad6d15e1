namespace Catalog.Core;

/// <summary>AIStor: 1 to 250 lowercase letters, digits and underscores; at most 10 levels.</summary>
internal sealed class AIStorNames : NamingRules
{
    private const int MaxLength = 250;
    private const int MaxLevels = 10;

    public override void CheckNamespace(NamespaceName name)
    {
        if (name.Levels.Length > MaxLevels)
        {
            throw new InvalidRequestException($"A namespace has at most {MaxLevels} levels", "namespace");
        }

        foreach (string level in name.Levels)
        {
            Check(level, "namespace level", "namespace");
        }
    }

    public override void CheckTable(string name) => Check(name, "table name", "name");

    private static void Check(string name, string what, string field)
    {
        bool valid = !string.IsNullOrEmpty(name) && name.Length <= MaxLength;
        foreach (char c in name ?? "")
        {
            valid &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_';
        }

        if (!valid)
        {
            throw new InvalidRequestException($"A {what} has 1 to {MaxLength} lowercase letters, digits and underscores", field);
        }
    }
}
