using System.Management.Automation;
using Catalog.PowerShell.Completion;
using Catalog.PowerShell.Errors;
using Catalog.Sdk.Warehouses;

namespace Catalog.PowerShell.Sessions;

/// <summary>The SDK's client behind a session, and what completion remembers of it.</summary>
internal sealed class CatalogConnection(ConnectionSettings settings, Sdk.ITableCatalog catalog, IWarehouseCatalog? warehouses, IDisposable client) : ISessionConnection
{
    public ConnectionSettings Settings { get; } = settings;

    public CatalogSurface Surface => Settings.Surface;

    public IDisposable Client { get; } = client;

    public CompletionCache Completions { get; } = new();

    public Sdk.ITableCatalog Catalog => Surface == CatalogSurface.AIStor && Settings.Warehouse is null
        ? throw new CommandException(
            "NoWarehouse",
            ErrorCategory.InvalidOperation,
            "The session names no warehouse, and namespaces and tables are in one.",
            "Connect again with -Warehouse. Get-Warehouse lists them, New-Warehouse makes one.")
        : catalog;

    public IWarehouseCatalog Warehouses => warehouses ?? throw new CommandException(
        "NotSupportedBySurface",
        ErrorCategory.InvalidOperation,
        $"{Surface} has no operations on warehouses; {CatalogSurface.AIStor} has.",
        $"Connect to it with Connect-Catalog -Surface {CatalogSurface.AIStor}, or name such a session with -Session.");

    public void Dispose() => Client.Dispose();
}
