using System.Collections;
using System.Management.Automation;
using Catalog.PowerShell.Json;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Namespaces;

/// <summary>Makes a namespace.</summary>
/// <remarks>The namespace around it has to exist. AIStor Tables takes lower-case letters, digits and underscores only.</remarks>
[Cmdlet(VerbsCommon.New, "Namespace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(NamespaceInfo))]
public sealed class NewNamespaceCommand : SessionCommand
{
    /// <summary>The name of the new namespace: 'a.b' or @('a','b').</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Namespace")]
    [NamespaceTransformation]
    public NamespaceName Name { get; set; } = null!;

    /// <summary>Properties to begin with.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Property { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"namespace {Name}", "Make"))
        {
            return;
        }

        Call(Name, async (connection, streams, stop) =>
        {
            Dictionary<string, string> properties = PropertyText.Read(Property);
            Sdk.Namespaces.NamespaceInfo info = await connection.Catalog.CreateNamespaceAsync(Name.ToSdk(), properties, cancellationToken: stop).ConfigureAwait(false);
            connection.Completions.Clear();
            await streams.WriteAsync(info.ToOutput(), stop).ConfigureAwait(false);
        });
    }
}
