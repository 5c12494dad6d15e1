namespace Catalog.Core.Access;

/// <summary>What an organisation has paid for.</summary>
public enum OrganisationTier
{
    /// <summary>No catalog.</summary>
    None,

    /// <summary>10,000 requests a day.</summary>
    Professional,

    /// <summary>100,000 requests a day.</summary>
    Premium,

    /// <summary>No limit.</summary>
    Enterprise,
}
