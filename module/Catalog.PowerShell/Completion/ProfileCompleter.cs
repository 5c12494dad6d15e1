using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Completion;

/// <summary>Completes names of saved connections.</summary>
public sealed class ProfileCompleter : CatalogCompleter
{
    private protected override bool NeedsSession => false;

    private protected override IEnumerable<Candidate> Candidates(CompletionScope scope, string word)
        => ProfileStore.Read().Select(profile => new Candidate(profile.Profile, $"{profile.Surface} {profile.Uri}"));
}
