namespace Catalog.Server.Bootstrap;

/// <summary>What the first start makes, as <c>bootstrap.json</c> holds it.</summary>
/// <param name="Url">Where the server listened when it was made.</param>
/// <param name="Planasonix">The first organisation and its key.</param>
/// <param name="AIStor">The first administrator.</param>
internal sealed record Credentials(string Url, PlanasonixCredentials Planasonix, [property: System.Text.Json.Serialization.JsonPropertyName("aistor")] AIStorCredentials AIStor)
{
    /// <summary>Without the secrets, so that they cannot slip into a log.</summary>
    public override string ToString() => "bootstrap credentials";
}
