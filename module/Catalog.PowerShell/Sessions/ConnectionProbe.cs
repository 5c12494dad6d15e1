using Catalog.PowerShell.Pipeline;

namespace Catalog.PowerShell.Sessions;

/// <summary>Tries a new session before it is handed out.</summary>
internal static class ConnectionProbe
{
    public static async Task ProbeAsync(CatalogSession session, CommandStreams streams, CancellationToken stop)
    {
        CatalogConnection connection = (CatalogConnection)session.Connection!;
        if (connection is { Surface: CatalogSurface.AIStor, Settings.Warehouse: null })
        {
            // Without a warehouse there is no configuration to ask for; the list of warehouses shows as much.
            await foreach (string name in connection.Warehouses.ListWarehousesAsync(pageSize: 1).WithCancellation(stop).ConfigureAwait(false))
            {
                break;
            }

            return;
        }

        try
        {
            Sdk.CatalogConfig config = await connection.Catalog.GetConfigAsync(cancellationToken: stop).ConfigureAwait(false);
            session.Warehouse ??= config.Defaults.GetValueOrDefault("warehouse");
        }
        catch (Sdk.Errors.NoSuchWarehouseException)
        {
            streams.Warn(connection.Surface == CatalogSurface.AIStor
                ? $"There is no warehouse '{connection.Settings.Warehouse}' yet. New-Warehouse makes it; the session is there."
                : $"There is no warehouse '{connection.Settings.Warehouse}' for this organisation; the session is there.");
        }
    }
}
