namespace Catalog.Testing.Contract;

/// <summary>An answer that an operation may give.</summary>
/// <param name="Status">A status such as <c>200</c>, or a range such as <c>4XX</c>.</param>
/// <param name="Schemas">The schema of the body by media type; empty when there is none.</param>
public sealed record ContractResponse(string Status, IReadOnlyDictionary<string, string> Schemas);
