using System.Text;
using System.Text.Json;
using Catalog.Testing;

namespace Catalog.Server.Tests.Authentication.SigV4;

/// <summary>A request that botocore signed, as it goes over the wire.</summary>
internal sealed record SignedVector(string Name, string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body, bool Accepted)
{
    private static readonly JsonElement Document = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(SourceTree.Root, "tests/Catalog.Server.Tests/Authentication/SigV4/vectors.json"))).RootElement;

    public static DateTimeOffset SignedAt { get; } = Document.GetProperty("signedAt").GetDateTimeOffset();

    public static IReadOnlyDictionary<string, string> AccessKeys { get; } =
        Document.GetProperty("accessKeys").EnumerateObject().ToDictionary(key => key.Name, key => key.Value.GetString()!);

    public static IReadOnlyList<SignedVector> All { get; } = [.. Document.GetProperty("vectors").EnumerateArray().Select(Read)];

    public static SignedVector Named(string name) => All.Single(vector => vector.Name == name);

    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public SignedVector With(string header, string value) => this with
    {
        Headers = [.. Headers.Select(h => h.Key.Equals(header, StringComparison.OrdinalIgnoreCase) ? new(h.Key, value) : h)],
    };

    private static SignedVector Read(JsonElement vector) => new(
        vector.GetProperty("name").GetString()!,
        vector.GetProperty("method").GetString()!,
        vector.GetProperty("target").GetString()!,
        [.. vector.GetProperty("headers").EnumerateArray().Select(header => new KeyValuePair<string, string>(header[0].GetString()!, header[1].GetString()!))],
        Encoding.UTF8.GetBytes(vector.GetProperty("body").GetString()!),
        vector.GetProperty("accepted").GetBoolean());
}
