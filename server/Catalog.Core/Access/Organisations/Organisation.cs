namespace Catalog.Core.Access;

/// <summary>A customer of the Planasonix surface.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">What it may use.</param>
/// <param name="Warehouse">The warehouse it is bound to.</param>
public sealed record Organisation(long Id, string Name, OrganisationTier Tier, string Warehouse);
