using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Namespaces;
using Catalog.PowerShell.Sessions;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Tables;

/// <summary>Makes a table of a metadata file that is already there.</summary>
/// <remarks>The table keeps the id, the location and the history that the file names.</remarks>
[Cmdlet(VerbsLifecycle.Register, "Table", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TableInfo))]
public sealed class RegisterTableCommand : SessionCommand
{
    /// <summary>The namespace: 'a.b', @('a','b') or an object that has one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName Namespace { get; set; } = null!;

    /// <summary>The name of the new table.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Table")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>Where the metadata file is, as a URI.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string MetadataLocation { get; set; } = string.Empty;

    /// <summary>Replaces a table of that name.</summary>
    [Parameter]
    public SwitchParameter Overwrite { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"table {Namespace}.{Name}", $"{(Overwrite ? "Register, and replace what is there, from" : "Register from")} {MetadataLocation}"))
        {
            return;
        }

        Call($"{Namespace}.{Name}", async (connection, streams, stop) =>
        {
            Table table = await connection.Catalog.RegisterTableAsync(NamespaceNames.Table(Namespace, Name), MetadataLocation, Overwrite, cancellationToken: stop).ConfigureAwait(false);
            connection.Completions.Clear();
            await streams.WriteAsync(TableReader.Read(table), stop).ConfigureAwait(false);
        });
    }
}
