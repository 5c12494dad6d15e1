using System.Management.Automation;

namespace Catalog.PowerShell.Completion;

/// <summary>The word at the cursor, without the quotes that it may begin with.</summary>
internal readonly record struct CompletionWord(string Text, char? OpenQuote)
{
    private const string Special = " '\"`$,;(){}[]|&<>@#*?";

    public static CompletionWord Read(string word)
    {
        if (word.Length == 0 || word[0] is not ('\'' or '"'))
        {
            return new CompletionWord(word, null);
        }

        char quote = word[0];
        string text = word[1..];
        text = text.EndsWith(quote) ? text[..^1] : text;
        return new CompletionWord(text.Replace($"{quote}{quote}", $"{quote}", StringComparison.Ordinal), quote);
    }

    /// <summary>Quotes a value where PowerShell would read it otherwise.</summary>
    public string Quote(string value) => OpenQuote switch
    {
        '"' => $"\"{value.Replace("`", "``", StringComparison.Ordinal).Replace("\"", "`\"", StringComparison.Ordinal).Replace("$", "`$", StringComparison.Ordinal)}\"",
        null when value.Length > 0 && value.IndexOfAny([.. Special]) < 0 && value[0] != '-' => value,
        _ => $"'{System.Management.Automation.Language.CodeGeneration.EscapeSingleQuotedStringContent(value)}'",
    };
}
