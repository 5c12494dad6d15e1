using System.Xml.Linq;

namespace Catalog.PowerShell.Help;

/// <summary>Writes help in the form that Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Help = "http://msh";

    public static void Write(IEnumerable<CmdletHelp> cmdlets, string path)
        => new XDocument(new XElement(Help + "helpItems", new XAttribute("schema", "maml"), cmdlets.Select(ToElement))).Save(path);

    private static XElement ToElement(CmdletHelp cmdlet) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "command", Command.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dev", Dev.NamespaceName),
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            new XElement(Maml + "description", Para(cmdlet.Synopsis))),
        new XElement(Maml + "description", Para(cmdlet.Description)),
        new XElement(Command + "syntax", SetsOf(cmdlet).Select(set => SyntaxItem(cmdlet, set))),
        new XElement(Command + "parameters", cmdlet.Parameters.Select(parameter => Parameter(parameter, parameter.Uses[0], inSyntax: false))),
        new XElement(Command + "inputTypes", cmdlet.Parameters.Where(p => p.Uses.Any(use => use.FromPipeline)).Select(p => TypeElement("inputType", p.Type))),
        new XElement(Command + "returnValues", (cmdlet.Outputs.Count > 0 ? cmdlet.Outputs : ["None"]).Select(output => TypeElement("returnValue", output))),
        new XElement(Command + "examples", cmdlet.Examples.Select(Example)),
        new XElement(Command + "relatedLinks"));

    private static IEnumerable<string?> SetsOf(CmdletHelp cmdlet)
    {
        string[] named = [.. cmdlet.Parameters.SelectMany(p => p.Uses).Select(use => use.Set).OfType<string>().Distinct(StringComparer.Ordinal)];
        return named.Length == 0 ? [null] : named.OrderBy(set => set == cmdlet.DefaultSet ? 0 : 1);
    }

    private static XElement SyntaxItem(CmdletHelp cmdlet, string? set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", cmdlet.Name),
        cmdlet.Parameters
            .Select(parameter => (Parameter: parameter, Use: parameter.Uses.FirstOrDefault(use => use.Set is null || use.Set == set)))
            .Where(entry => entry.Use is not null)
            .OrderBy(entry => entry.Use!.Position ?? int.MaxValue)
            .Select(entry => Parameter(entry.Parameter, entry.Use!, inSyntax: true)));

    private static XElement Parameter(ParameterHelp parameter, ParameterUse use, bool inSyntax) => new(
        Command + "parameter",
        new XAttribute("required", use.Mandatory ? "true" : "false"),
        new XAttribute("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
        new XAttribute("globbing", parameter.Wildcards ? "true" : "false"),
        new XAttribute("pipelineInput", use.Pipeline),
        new XAttribute("position", use.Position?.ToString() ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none"),
        new XElement(Maml + "name", parameter.Name),
        new XElement(Maml + "description", Para(parameter.Description)),
        parameter.Values.Count > 0 && inSyntax
            ? new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => new XElement(Command + "parameterValue", new XAttribute("required", "false"), value)))
            : null,
        inSyntax && (parameter.IsSwitch || parameter.Values.Count > 0)
            ? null
            : new XElement(Command + "parameterValue", new XAttribute("required", parameter.IsSwitch ? "false" : "true"), parameter.Type),
        new XElement(Dev + "type", new XElement(Maml + "name", parameter.Type), new XElement(Maml + "uri")),
        new XElement(Dev + "defaultValue", parameter.IsSwitch ? "False" : "None"));

    private static XElement TypeElement(string kind, string type)
        => new(Command + kind, new XElement(Dev + "type", new XElement(Maml + "name", type)), new XElement(Maml + "description", Para(string.Empty)));

    private static XElement Example(ExampleHelp example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"--- Example {index + 1}: {example.Title} ---"),
        new XElement(Maml + "introduction", Para("PS> ")),
        new XElement(Dev + "code", example.Output.Length > 0 ? $"{Prompted(example.Code)}\n\n{example.Output}" : Prompted(example.Code)),
        new XElement(Dev + "remarks", Para(example.Remarks)));

    /// <summary>Each line that begins a command gets a prompt; those that go on with one are indented.</summary>
    private static string Prompted(string code) => string.Join('\n', code.Split('\n').Select((line, i) => i == 0 || line.StartsWith(' ') || line.StartsWith('}') || line.StartsWith(')') ? line : $"PS> {line}"));

    private static XElement Para(string text) => new(Maml + "para", text);
}
