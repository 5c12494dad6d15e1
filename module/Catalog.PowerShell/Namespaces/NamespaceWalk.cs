using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Catalog.PowerShell.Namespaces;

/// <summary>Finds the namespaces that a pattern means, asking only for the levels that it needs.</summary>
internal static class NamespaceWalk
{
    public static bool IsPattern(NamespaceName? name) => name?.Pattern is { } text && WildcardPattern.ContainsWildcardCharacters(text);

    /// <summary>Takes the escapes off a name that is no pattern after all.</summary>
    public static NamespaceName Literal(NamespaceName name)
        => name.Pattern is { } text && text.Contains('`', StringComparison.Ordinal) ? NamespaceName.Parse(WildcardPattern.Unescape(text)) : name;

    public static async IAsyncEnumerable<NamespaceName> MatchAsync(Sdk.ITableCatalog catalog, NamespaceName pattern, int? pageSize, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (NamespaceName match in MatchAsync(catalog, [], [.. pattern.Levels], pageSize, stop).ConfigureAwait(false))
        {
            yield return match;
        }
    }

    /// <summary>Lists the namespaces in one, or at the top.</summary>
    public static async IAsyncEnumerable<NamespaceName> ListAsync(Sdk.ITableCatalog catalog, NamespaceName? parent, bool recurse, int? pageSize, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (Sdk.NamespaceName child in catalog.ListNamespacesAsync(parent?.ToSdk(), pageSize).WithCancellation(stop).ConfigureAwait(false))
        {
            NamespaceName name = child.ToOutput();
            yield return name;
            if (recurse)
            {
                await foreach (NamespaceName inner in ListAsync(catalog, name, recurse, pageSize, stop).ConfigureAwait(false))
                {
                    yield return inner;
                }
            }
        }
    }

    private static async IAsyncEnumerable<NamespaceName> MatchAsync(Sdk.ITableCatalog catalog, string[] parent, string[] levels, int? pageSize, [EnumeratorCancellation] CancellationToken stop)
    {
        int literal = Array.FindIndex(levels, WildcardPattern.ContainsWildcardCharacters) is var first and >= 0 ? first : levels.Length - 1;
        string[] from = [.. parent, .. levels[..literal].Select(WildcardPattern.Unescape)];
        WildcardPattern wanted = WildcardPattern.Get(levels[literal], WildcardOptions.None);
        await foreach (NamespaceName child in ListAsync(catalog, from.Length > 0 ? new NamespaceName(from) : null, recurse: false, pageSize, stop).ConfigureAwait(false))
        {
            if (!wanted.IsMatch(child.Levels[^1]))
            {
                continue;
            }

            if (literal == levels.Length - 1)
            {
                yield return child;
                continue;
            }

            await foreach (NamespaceName inner in MatchAsync(catalog, [.. child.Levels], levels[(literal + 1)..], pageSize, stop).ConfigureAwait(false))
            {
                yield return inner;
            }
        }
    }
}
