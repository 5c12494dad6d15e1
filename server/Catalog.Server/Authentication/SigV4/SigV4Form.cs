namespace Catalog.Server.Authentication.SigV4;

/// <summary>Where a request carries its signature.</summary>
internal enum SigV4Form
{
    /// <summary>In the Authorization header.</summary>
    Header,

    /// <summary>In the query of a presigned link.</summary>
    Presigned,
}
