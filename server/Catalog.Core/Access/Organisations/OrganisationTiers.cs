namespace Catalog.Core.Access;

/// <summary>What each tier includes.</summary>
public static class OrganisationTiers
{
    /// <summary>Whether the tier includes the catalog at all.</summary>
    public static bool HasCatalog(this OrganisationTier tier) => tier != OrganisationTier.None;

    /// <summary>How many requests a day the tier includes; null for any number.</summary>
    public static int? RequestsPerDay(this OrganisationTier tier) => tier switch
    {
        OrganisationTier.None => 0,
        OrganisationTier.Professional => 10_000,
        OrganisationTier.Premium => 100_000,
        _ => null,
    };
}
