using System.Reflection;

namespace Catalog.PowerShell.Help;

/// <summary>Everything that is said about one parameter.</summary>
internal sealed record ParameterHelp(string Name, string Type, string Description, IReadOnlyList<ParameterUse> Uses)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Values { get; init; } = [];

    public bool Wildcards { get; init; }

    public bool IsSwitch => Type == "SwitchParameter";

    public static IReadOnlyList<ParameterHelp> Confirming { get; } =
    [
        new("WhatIf", "SwitchParameter", "Shows what would happen, and does nothing.", [ParameterUse.Anywhere]) { Aliases = ["wi"] },
        new("Confirm", "SwitchParameter", "Asks before anything is done.", [ParameterUse.Anywhere]) { Aliases = ["cf"] },
    ];

    public static IEnumerable<ParameterHelp> ReadAll(Type type, Documentation documentation, string cmdlet, List<string> faults)
    {
        foreach (PropertyInfo property in Properties(type))
        {
            ParameterUse[] uses = [.. property.CustomAttributes.Where(attribute => attribute.AttributeType.Name == "ParameterAttribute").Select(ParameterUse.Read)];
            if (uses.Length == 0)
            {
                continue;
            }

            string? description = documentation.Summary($"P:{property.DeclaringType!.FullName}.{property.Name}");
            if (description is null)
            {
                faults.Add($"{cmdlet} -{property.Name} has no summary.");
            }

            yield return new ParameterHelp(property.Name, NameOf(property.PropertyType), description ?? string.Empty, uses)
            {
                Aliases = Strings(property, "AliasAttribute"),
                Values = Strings(property, "ValidateSetAttribute") is { Length: > 0 } set ? set : EnumValues(property.PropertyType),
                Wildcards = property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "SupportsWildcardsAttribute"),
            };
        }
    }

    /// <summary>The cmdlet's own properties first, then those that all cmdlets of its kind have.</summary>
    private static IEnumerable<PropertyInfo> Properties(Type type)
    {
        List<Type> chain = [];
        for (Type? level = type; level?.Namespace?.StartsWith("Catalog", StringComparison.Ordinal) == true; level = level.BaseType)
        {
            chain.Add(level);
        }

        // The table that is meant comes before what is done to it; the session comes last.
        return chain.OrderBy(level => level.Name switch { "TableCommand" => 0, "SessionCommand" => 2, _ => 1 })
            .SelectMany(level => level.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly));
    }

    private static string[] Strings(PropertyInfo property, string attributeName)
        => [.. property.CustomAttributes
            .Where(attribute => attribute.AttributeType.Name == attributeName)
            .SelectMany(attribute => attribute.ConstructorArguments)
            .SelectMany(argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> many ? many : [argument])
            .Select(argument => argument.Value as string)
            .OfType<string>()];

    private static string[] EnumValues(Type type)
        => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } values ? Enum.GetNames(values) : [];

    private static string NameOf(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? NameOf(inner) : type.Name;
}
