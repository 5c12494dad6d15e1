namespace Catalog.Server.Bootstrap;

/// <summary>An AIStor administrator.</summary>
internal sealed record AIStorCredentials(string AccessKey, string SecretKey);
