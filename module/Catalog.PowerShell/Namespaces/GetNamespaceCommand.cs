using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Pipeline;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Namespaces;

/// <summary>Reads a namespace with its properties, or lists namespaces.</summary>
/// <remarks>
/// An exact name reads one namespace. Without a name, or with wildcards, names are listed: the top level, the level that
/// -Parent names, or with -Recurse everything below. In text the levels of a name are joined by dots; a dot inside a level is written \. .
/// </remarks>
[Cmdlet(VerbsCommon.Get, "Namespace", DefaultParameterSetName = "List")]
[OutputType(typeof(NamespaceInfo), typeof(NamespaceSummary))]
public sealed class GetNamespaceCommand : SessionCommand
{
    /// <summary>The namespace: 'a.b', @('a','b') or an object that has one. Wildcards list.</summary>
    [Parameter(ParameterSetName = "Name", Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Namespace")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName? Name { get; set; }

    /// <summary>The namespace to look into. Without it, the top level is listed.</summary>
    [Parameter(ParameterSetName = "List")]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName? Parent { get; set; }

    /// <summary>Lists everything below, too.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>How many names one request asks for. All of them are listed in any case.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? PageSize { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Name is { } name && !NamespaceWalk.IsPattern(name) && !Recurse)
        {
            NamespaceName exact = NamespaceWalk.Literal(name);
            Call(exact, async (connection, streams, stop) =>
            {
                Sdk.Namespaces.NamespaceInfo info = await connection.Catalog.GetNamespaceAsync(exact.ToSdk(), cancellationToken: stop).ConfigureAwait(false);
                await streams.WriteAsync(info.ToOutput(), stop).ConfigureAwait(false);
            });
        }
        else
        {
            Call(Name ?? Parent, ListAsync);
        }
    }

    private async Task ListAsync(CatalogConnection connection, CommandStreams streams, CancellationToken stop)
    {
        int count = 0;
        await foreach (NamespaceName found in FindAsync(connection.Catalog, stop).ConfigureAwait(false))
        {
            streams.Report($"{++count} namespaces");
            await streams.WriteAsync(new NamespaceSummary(found), stop).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<NamespaceName> FindAsync(Sdk.ITableCatalog catalog, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        if (Name is not { } name)
        {
            await foreach (NamespaceName child in NamespaceWalk.ListAsync(catalog, Parent, Recurse, PageSize, stop).ConfigureAwait(false))
            {
                yield return child;
            }

            yield break;
        }

        await foreach (NamespaceName match in NamespaceWalk.MatchAsync(catalog, name, PageSize, stop).ConfigureAwait(false))
        {
            yield return match;
            if (!Recurse)
            {
                continue;
            }

            await foreach (NamespaceName inner in NamespaceWalk.ListAsync(catalog, match, recurse: true, PageSize, stop).ConfigureAwait(false))
            {
                yield return inner;
            }
        }
    }
}
