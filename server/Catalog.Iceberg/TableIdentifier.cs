using System.Text.Json;
using Catalog.Iceberg.Requests;

namespace Catalog.Iceberg;

/// <summary>The name of a table in a request.</summary>
/// <param name="Namespace">The levels of the namespace.</param>
/// <param name="Name">The name of the table in it.</param>
public sealed record TableIdentifier(IReadOnlyList<string> Namespace, string Name)
{
    /// <summary>Reads an identifier.</summary>
    /// <param name="json">The JSON object with <c>namespace</c> and <c>name</c>.</param>
    /// <exception cref="MetadataValidationException">It is not one.</exception>
    public static TableIdentifier Parse(JsonElement json)
    {
        json.RequireObject("identifier");
        return new TableIdentifier(json.RequiredTexts("namespace"), json.RequiredText("name"));
    }
}
