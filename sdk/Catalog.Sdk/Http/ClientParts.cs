namespace Catalog.Sdk.Http;

/// <summary>What credentials may use of their client: where the server is, and a way to it without credentials, and the transport.</summary>
internal sealed record ClientParts(Uri Endpoint, HttpMessageHandler Wire, Func<HttpMessageInvoker> CreateAnonymous);
