using System.Collections;
using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Json;
using Catalog.PowerShell.Sessions;

namespace Catalog.PowerShell.Namespaces;

/// <summary>Sets and removes properties of a namespace.</summary>
[Cmdlet(VerbsCommon.Set, "NamespaceProperty", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(NamespaceInfo))]
public sealed class SetNamespacePropertyCommand : SessionCommand
{
    /// <summary>The namespace: 'a.b', @('a','b') or an object that has one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NamespaceCompleter))]
    [NamespaceTransformation]
    public NamespaceName Namespace { get; set; } = null!;

    /// <summary>The properties to set, as a hashtable.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Property { get; set; }

    /// <summary>The names of the properties to remove.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PropertyNameCompleter))]
    public string[] Remove { get; set; } = [];

    /// <summary>Returns the namespace as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        string[] changes = [.. (Property?.Keys.Cast<object>() ?? []).Select(name => $"set {name}"), .. Remove.Select(name => $"remove {name}")];
        if (changes.Length == 0)
        {
            WriteWarning("Nothing to do: neither -Property nor -Remove names a property.");
            return;
        }

        if (!ShouldProcess($"namespace {Namespace}", $"Properties: {string.Join(", ", changes)}"))
        {
            return;
        }

        Call(Namespace, async (connection, streams, stop) =>
        {
            Sdk.Namespaces.PropertiesResult result = await connection.Catalog
                .UpdateNamespacePropertiesAsync(Namespace.ToSdk(), PropertyText.Read(Property), Remove, cancellationToken: stop).ConfigureAwait(false);
            connection.Completions.Clear();
            foreach (string name in result.Missing)
            {
                streams.Warn($"The namespace {Namespace} had no property '{name}'.");
            }

            if (PassThru)
            {
                Sdk.Namespaces.NamespaceInfo info = await connection.Catalog.GetNamespaceAsync(Namespace.ToSdk(), cancellationToken: stop).ConfigureAwait(false);
                await streams.WriteAsync(info.ToOutput(), stop).ConfigureAwait(false);
            }
        });
    }
}
