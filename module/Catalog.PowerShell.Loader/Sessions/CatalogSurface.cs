namespace Catalog;

/// <summary>The service that a session speaks to.</summary>
public enum CatalogSurface
{
    /// <summary>The Planasonix catalog: an API key or a token, one warehouse for each organisation.</summary>
    Planasonix,

    /// <summary>AIStor Tables: signed requests, warehouses that a client makes.</summary>
    AIStor,
}
