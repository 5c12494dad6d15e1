using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Catalog.PowerShell.Help;

/// <summary>The documentation comments of an assembly.</summary>
internal sealed partial class Documentation
{
    private readonly Dictionary<string, XElement> _members;

    private Documentation(Dictionary<string, XElement> members) => _members = members;

    public static Documentation Read(string path) => new(XDocument.Load(path).Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal));

    public string? Summary(string member) => Text(member, "summary");

    public string? Remarks(string member) => Text(member, "remarks");

    private string? Text(string member, string part)
        => _members.TryGetValue(member, out XElement? element) && element.Element(part) is { } text ? Plain(text) : null;

    private static string Plain(XElement element)
    {
        IEnumerable<string> parts = element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")?.Value.Split('.')[^1] ?? see.Value,
            XElement inner => inner.Value,
            _ => string.Empty,
        });
        return Blanks().Replace(string.Concat(parts), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
