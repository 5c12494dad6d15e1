using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Namespaces;

/// <summary>Says whether a namespace exists.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Namespace")]
[OutputType(typeof(bool))]
public sealed class TestNamespaceCommand : SessionCommand
{
    /// <summary>The namespace: 'a.b', @('a','b') or an object that has one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Namespace")]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName Name { get; set; } = null!;

    /// <inheritdoc />
    protected override void ProcessRecord() => Call(Name, async (connection, streams, stop) =>
    {
        bool exists = await connection.Catalog.NamespaceExistsAsync(Name.ToSdk(), cancellationToken: stop).ConfigureAwait(false);
        await streams.WriteAsync(exists, stop).ConfigureAwait(false);
    });
}
