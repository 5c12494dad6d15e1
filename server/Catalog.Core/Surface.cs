namespace Catalog.Core;

/// <summary>The API through which a caller speaks to the catalog.</summary>
public enum Surface
{
    /// <summary>Planasonix: Iceberg REST under <c>/v1</c>, bearer credentials.</summary>
    Planasonix,

    /// <summary>AIStor Tables: Iceberg REST under <c>/_iceberg/v1</c>, AWS Signature Version 4.</summary>
    AIStor,
}
