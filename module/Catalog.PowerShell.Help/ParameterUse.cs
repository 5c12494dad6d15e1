using System.Reflection;

namespace Catalog.PowerShell.Help;

/// <summary>How a parameter is used in one parameter set, or in all.</summary>
internal sealed record ParameterUse(string? Set, bool Mandatory, int? Position, bool FromPipeline, bool FromPipelineByName)
{
    public static ParameterUse Anywhere { get; } = new(null, Mandatory: false, null, FromPipeline: false, FromPipelineByName: false);

    public string Pipeline => (FromPipeline, FromPipelineByName) switch
    {
        (true, true) => "true (ByPropertyName, ByValue)",
        (true, false) => "true (ByValue)",
        (false, true) => "true (ByPropertyName)",
        _ => "false",
    };

    public static ParameterUse Read(CustomAttributeData attribute)
    {
        Dictionary<string, object?> named = attribute.NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue.Value);
        return new ParameterUse(
            named.GetValueOrDefault("ParameterSetName") as string,
            named.GetValueOrDefault("Mandatory") is true,
            named.GetValueOrDefault("Position") as int?,
            named.GetValueOrDefault("ValueFromPipeline") is true,
            named.GetValueOrDefault("ValueFromPipelineByPropertyName") is true);
    }
}
