namespace Catalog.Core.Access.Policies;

/// <summary>A policy document that is refused, because part of it would not be understood.</summary>
/// <param name="message">What is wrong, and where.</param>
public sealed class InvalidPolicyException(string message) : Exception(message);
