namespace Catalog.Contract.Tests.Server;

/// <summary>The surfaces that the suite walks.</summary>
public enum Surface
{
    /// <summary><c>/v1</c>.</summary>
    Planasonix,

    /// <summary><c>/_iceberg/v1</c>.</summary>
    AIStor,
}
