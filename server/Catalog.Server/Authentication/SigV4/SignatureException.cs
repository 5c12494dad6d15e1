namespace Catalog.Server.Authentication.SigV4;

/// <summary>A signature that does not hold. The message names the fault, never a secret or the expected signature.</summary>
internal sealed class SignatureException(string message) : Exception(message);
