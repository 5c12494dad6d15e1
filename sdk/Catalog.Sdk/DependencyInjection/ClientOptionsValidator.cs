using Microsoft.Extensions.Options;

namespace Catalog.Sdk.DependencyInjection;

/// <summary>Checks named settings at the start of a host.</summary>
internal sealed class ClientOptionsValidator<TOptions>(string? name, Func<TOptions, IEnumerable<string>> failures) : IValidateOptions<TOptions>
    where TOptions : CatalogClientOptions
{
    public ValidateOptionsResult Validate(string? optionsName, TOptions options)
    {
        if (optionsName != name)
        {
            return ValidateOptionsResult.Skip;
        }

        string[] found = [.. failures(options).Select(failure => $"{typeof(TOptions).Name} '{name}': {failure}")];
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }
}
