using System.Collections;
using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Json;
using Catalog.Sdk.Commits;

namespace Catalog.PowerShell.Tables;

/// <summary>Sets and removes properties of a table.</summary>
/// <remarks>A conflicting commit of somebody else is not an error: the change is made again on the table as it is then.</remarks>
[Cmdlet(VerbsCommon.Set, "TableProperty", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TableInfo))]
public sealed class SetTablePropertyCommand : CommittingCommand
{
    /// <summary>The properties to set, as a hashtable.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Property { get; set; }

    /// <summary>The names of the properties to remove.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PropertyNameCompleter))]
    public string[] Remove { get; set; } = [];

    /// <summary>Returns the table as it is afterwards.</summary>
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

        if (ShouldProcess($"table {FullName}", $"Properties: {string.Join(", ", changes)}"))
        {
            Commit(
                (_, requirements) =>
                {
                    List<Sdk.Commits.TableUpdate> updates = [];
                    if (PropertyText.Read(Property) is { Count: > 0 } set)
                    {
                        updates.Add(new SetPropertiesUpdate(set));
                    }

                    if (Remove.Length > 0)
                    {
                        updates.Add(new RemovePropertiesUpdate(Remove));
                    }

                    return new CommitPlan(Commits.SdkCommit.ToSdk(requirements), updates);
                },
                table => PassThru ? table : null);
        }
    }
}
