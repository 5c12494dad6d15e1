using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Catalog.PowerShell.Json;

/// <summary>Turns a hashtable of properties into strings, which is all that a catalog keeps.</summary>
internal static class PropertyText
{
    public static Dictionary<string, string> Read(IDictionary? properties)
    {
        Dictionary<string, string> strings = new(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in properties ?? new Hashtable())
        {
            string name = LanguagePrimitives.ConvertTo<string>(entry.Key);
            strings[name] = RestForm.Unwrap(entry.Value) switch
            {
                null => throw new ArgumentException($"The property '{name}' has no value. -Remove takes properties away."),
                string text => text,
                bool flag => flag ? "true" : "false",
                DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
                DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
                IDictionary or PSCustomObject or (IEnumerable and not string)
                    => throw new ArgumentException($"The property '{name}' is not a single value. Write it as text, for example with ConvertTo-Json -Compress."),
                object other => LanguagePrimitives.ConvertTo<string>(other),
            };
        }

        return strings;
    }
}
