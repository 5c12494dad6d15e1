namespace Catalog.Server.Bootstrap;

/// <summary>A Planasonix organisation with a key, and the warehouse it is bound to.</summary>
internal sealed record PlanasonixCredentials(string Key, string Organisation, string Warehouse);
