namespace Catalog.PowerShell.Commits;

/// <summary>Hands the parts of a commit to the SDK.</summary>
internal static class SdkCommit
{
    public static Sdk.Commits.TableUpdate[] ToSdk(this IEnumerable<TableUpdate> updates)
        => [.. updates.Select(update => Sdk.Commits.TableUpdate.Parse(update.Json))];

    public static Sdk.Commits.TableRequirement[] ToSdk(this IEnumerable<TableRequirement> requirements)
        => [.. requirements.Select(requirement => Sdk.Commits.TableRequirement.Parse(requirement.Json))];

    public static Sdk.Commits.TableChange ToSdk(this TableChange change)
        => new(Namespaces.NamespaceNames.Table(change.Namespace, change.Name), change.Requirements.ToSdk(), change.Updates.ToSdk());
}
