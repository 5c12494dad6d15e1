using System.Text;

namespace Catalog.Core;

/// <summary>Which properties a surface accepts, whatever they belong to.</summary>
internal static class PropertyLimits
{
    public static void Check(SurfaceRules rules, IEnumerable<KeyValuePair<string, string>> properties)
    {
        foreach ((string key, string value) in properties)
        {
            Check(key, value, rules);
        }
    }

    private static void Check(string key, string value, SurfaceRules rules)
    {
        if (key.Length == 0)
        {
            throw new InvalidRequestException("A property's key must not be empty", "properties");
        }

        if (rules.MaxPropertyBytes is not { } most)
        {
            return;
        }

        if (Encoding.UTF8.GetByteCount(key) > most)
        {
            throw new InvalidRequestException($"A property's key has at most {most} bytes", "properties");
        }

        if (Encoding.UTF8.GetByteCount(value) > most)
        {
            throw new InvalidRequestException($"The value of property '{key}' has more than {most} bytes", "properties");
        }
    }
}
