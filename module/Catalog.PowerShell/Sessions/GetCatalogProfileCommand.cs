using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Sessions;

/// <summary>Shows saved connections.</summary>
[Cmdlet(VerbsCommon.Get, "CatalogProfile")]
[OutputType(typeof(CatalogProfile))]
public sealed class GetCatalogProfileCommand : CatalogCommand
{
    /// <summary>The name of the saved connection, with wildcards if you like.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string Profile { get; set; } = "*";

    /// <inheritdoc />
    protected override void ProcessRecord() => Run(Profile, async (streams, stop) =>
    {
        WildcardPattern wanted = WildcardPattern.Get(Profile, WildcardOptions.IgnoreCase);
        bool found = false;
        foreach (CatalogProfile profile in ProfileStore.Read().Where(profile => wanted.IsMatch(profile.Profile)))
        {
            found = true;
            await streams.WriteAsync(profile, stop).ConfigureAwait(false);
        }

        if (!found && !WildcardPattern.ContainsWildcardCharacters(Profile))
        {
            throw new Errors.CommandException("NoSuchProfile", ErrorCategory.ObjectNotFound, $"There is no profile '{Profile}'.", "New-CatalogProfile saves one.");
        }
    });
}
