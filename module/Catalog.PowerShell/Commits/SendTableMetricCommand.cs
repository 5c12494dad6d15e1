using System.Management.Automation;
using Catalog.PowerShell.Json;
using Catalog.PowerShell.Tables;

namespace Catalog.PowerShell.Commits;

/// <summary>Hands a scan report or a commit report to the catalog.</summary>
[Cmdlet(VerbsCommunications.Send, "TableMetric", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(void))]
public sealed class SendTableMetricCommand : TableCommand
{
    /// <summary>The report, as a hashtable or JSON text in the form of the Iceberg REST specification.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    public object Report { get; set; } = null!;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (ShouldProcess($"table {FullName}", "Send a metrics report"))
        {
            Call(FullName, (connection, _, stop) => connection.Catalog.ReportMetricsAsync(
                Identifier, Sdk.Commits.MetricsReport.Parse(RestForm.Read(Report).GetRawText()), cancellationToken: stop));
        }
    }
}
