namespace Catalog.Module.Tests.Faults;

/// <summary>A request that came by.</summary>
public sealed record SeenRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
