namespace Catalog.Core;

/// <summary>The caller did not prove who it is.</summary>
/// <param name="message">What is wrong, for the caller.</param>
/// <param name="fault">Why, for surfaces that tell faults apart.</param>
public sealed class NotAuthenticatedException(string message, AuthenticationFault fault = AuthenticationFault.BadCredential)
    : CatalogException(message)
{
    /// <summary>Why the caller is not authenticated.</summary>
    public AuthenticationFault Fault { get; } = fault;
}
