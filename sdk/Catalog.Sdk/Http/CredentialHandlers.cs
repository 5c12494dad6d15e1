namespace Catalog.Sdk.Http;

/// <summary>Where credentials stand in the chain: a token is put on before the attempt is timed, a signature is made last.</summary>
internal sealed record CredentialHandlers(DelegatingHandler? BeforeAttempt, DelegatingHandler? OnTheWire);
