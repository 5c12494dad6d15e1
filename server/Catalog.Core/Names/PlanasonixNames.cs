using System.Globalization;

namespace Catalog.Core;

/// <summary>Planasonix: 1 to 250 code points of anything but control characters, and neither <c>.</c> nor <c>..</c>.</summary>
internal sealed class PlanasonixNames : NamingRules
{
    private const int MaxCodePoints = 250;
    private const int MaxLevels = 64;

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
        if (string.IsNullOrEmpty(name))
        {
            throw new InvalidRequestException($"A {what} must not be empty", field);
        }

        if (name is "." or "..")
        {
            throw new InvalidRequestException($"A {what} must not be '.' or '..'", field);
        }

        int codePoints = 0;
        for (int i = 0; i < name.Length; i++, codePoints++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(name[i]))
            {
                throw new InvalidRequestException($"A {what} must be valid Unicode", field);
            }
            else if (char.GetUnicodeCategory(name[i]) == UnicodeCategory.Control)
            {
                throw new InvalidRequestException($"A {what} must not hold control characters", field);
            }
        }

        if (codePoints > MaxCodePoints)
        {
            throw new InvalidRequestException($"A {what} has at most {MaxCodePoints} characters", field);
        }
    }
}
