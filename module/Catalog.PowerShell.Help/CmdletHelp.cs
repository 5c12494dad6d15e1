using System.Reflection;

namespace Catalog.PowerShell.Help;

/// <summary>Everything that is said about one cmdlet.</summary>
internal sealed record CmdletHelp(string Verb, string Noun, string Synopsis, string Description)
{
    public string Name => $"{Verb}-{Noun}";

    public string? DefaultSet { get; init; }

    public IReadOnlyList<ParameterHelp> Parameters { get; init; } = [];

    public IReadOnlyList<string> Outputs { get; init; } = [];

    public IReadOnlyList<ExampleHelp> Examples { get; init; } = [];

    /// <summary>Reads a cmdlet, or nothing when the type is none. What is missing is a fault.</summary>
    public static CmdletHelp? Read(Type type, Documentation documentation, string examplesFolder, List<string> faults)
    {
        CustomAttributeData? cmdlet = type.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.Name == "CmdletAttribute");
        if (cmdlet is null)
        {
            return null;
        }

        string verb = (string)cmdlet.ConstructorArguments[0].Value!;
        string noun = (string)cmdlet.ConstructorArguments[1].Value!;
        string? synopsis = documentation.Summary($"T:{type.FullName}");
        if (synopsis is null)
        {
            faults.Add($"{verb}-{noun} has no summary.");
        }

        bool confirms = cmdlet.NamedArguments.Any(argument => argument.MemberName == "SupportsShouldProcess" && argument.TypedValue.Value is true);
        CmdletHelp help = new(verb, noun, synopsis ?? string.Empty, documentation.Remarks($"T:{type.FullName}") ?? synopsis ?? string.Empty)
        {
            DefaultSet = cmdlet.NamedArguments.FirstOrDefault(argument => argument.MemberName == "DefaultParameterSetName").TypedValue.Value as string,
            Parameters = [.. ParameterHelp.ReadAll(type, documentation, $"{verb}-{noun}", faults), .. confirms ? ParameterHelp.Confirming : []],
            Outputs = [.. OutputsOf(type)],
            Examples = ExampleHelp.Read(Path.Combine(examplesFolder, $"{verb}-{noun}.md")),
        };
        if (help.Examples.Count < 2)
        {
            faults.Add($"{help.Name} has {help.Examples.Count} examples in {examplesFolder}; two are needed.");
        }

        return help;
    }

    private static IEnumerable<string> OutputsOf(Type type)
        => type.CustomAttributes
            .Where(attribute => attribute.AttributeType.Name == "OutputTypeAttribute")
            .SelectMany(attribute => attribute.ConstructorArguments)
            .SelectMany(argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> many ? many : [argument])
            .Select(argument => argument.Value as Type)
            .OfType<Type>()
            .Where(output => output != typeof(void))
            .Select(output => output.FullName!);
}
