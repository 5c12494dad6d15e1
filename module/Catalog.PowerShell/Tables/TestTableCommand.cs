using System.Management.Automation;

namespace Catalog.PowerShell.Tables;

/// <summary>Says whether a table exists.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Table")]
[OutputType(typeof(bool))]
public sealed class TestTableCommand : TableCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Call(FullName, async (connection, streams, stop) =>
    {
        bool exists = await connection.Catalog.TableExistsAsync(Identifier, cancellationToken: stop).ConfigureAwait(false);
        await streams.WriteAsync(exists, stop).ConfigureAwait(false);
    });
}
