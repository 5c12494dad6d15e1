namespace Catalog.Core;

/// <summary>Why a caller is not authenticated. Surfaces that name the fault do it by this.</summary>
public enum AuthenticationFault
{
    /// <summary>The credential or its signature is missing, malformed, expired or wrong.</summary>
    BadCredential,

    /// <summary>The access key is not known, or was revoked (AIStor: <c>InvalidAccessKeyId</c>).</summary>
    UnknownAccessKey,
}
