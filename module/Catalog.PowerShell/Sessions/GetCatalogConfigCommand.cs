using System.Management.Automation;

namespace Catalog.PowerShell.Sessions;

/// <summary>Shows what the server says about itself to its clients.</summary>
[Cmdlet(VerbsCommon.Get, "CatalogConfig")]
[OutputType(typeof(CatalogConfig))]
public sealed class GetCatalogConfigCommand : SessionCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() => Call(null, async (connection, streams, stop) =>
    {
        Sdk.CatalogConfig config = await connection.Catalog.GetConfigAsync(cancellationToken: stop).ConfigureAwait(false);
        CatalogConfig output = new(
            new Dictionary<string, string>(config.Defaults, StringComparer.Ordinal),
            new Dictionary<string, string>(config.Overrides, StringComparer.Ordinal),
            config.Endpoints ?? [],
            config.IdempotencyKeyLifetime);
        await streams.WriteAsync(output, stop).ConfigureAwait(false);
    });
}
