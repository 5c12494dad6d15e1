namespace Catalog.Core;

/// <summary>What a caller asks for when it creates a warehouse.</summary>
/// <param name="Name">The name.</param>
/// <param name="UpgradeExisting">Whether a bucket that exists already may become the warehouse's.</param>
/// <param name="Properties">Free properties.</param>
public sealed record CreateWarehouseRequest(
    string Name,
    bool UpgradeExisting = false,
    IReadOnlyDictionary<string, string>? Properties = null);
