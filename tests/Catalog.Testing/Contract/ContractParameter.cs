using System.Text.Json.Nodes;

namespace Catalog.Testing.Contract;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Required">Whether it must be sent.</param>
/// <param name="Schema">Its schema, references resolved.</param>
public sealed record ContractParameter(string Name, string In, bool Required, JsonObject Schema);
