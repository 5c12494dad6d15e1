using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Catalog.OpenApi.Join;

/// <summary>Reads the documents under <c>openapi/</c> and joins them into one.</summary>
public static class ContractDocuments
{
    /// <summary>The documents, shared parts first; the joined one keeps this order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["iceberg", "planasonix", "aistor-tables"];

    /// <summary>Joins the documents of a folder and returns the text of <c>catalog.json</c>.</summary>
    /// <param name="folder">The folder that holds the documents.</param>
    /// <exception cref="InvalidDataException">Two documents disagree about a name, or the whole is not valid.</exception>
    public static async Task<string> JoinAsync(string folder)
    {
        OpenApiDocument joined = new()
        {
            Info = new OpenApiInfo
            {
                Title = "Catalog",
                Version = "1.0.0",
                Description = "Every operation of the Catalog server: the Planasonix catalog and AIStor Tables. Joined from the documents of the surfaces.",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            },
            Paths = [],
            Components = new OpenApiComponents(),
            Tags = new HashSet<OpenApiTag>(),
        };
        DocumentJoiner joiner = new(joined);
        foreach (string name in Names)
        {
            joiner.Add(name, await ReadAsync(Path.Combine(folder, name + ".yaml")));
        }

        using StringWriter text = new() { NewLine = "\n" };
        joined.SerializeAsV31(new OpenApiJsonWriter(text));
        string json = text.ToString().ReplaceLineEndings("\n") + "\n";
        RefuseErrors("catalog.json", OpenApiDocument.Parse(json, "json").Diagnostic);
        return json;
    }

    private static async Task<OpenApiDocument> ReadAsync(string path)
    {
        // A reference into another document becomes one into the joined document. Until then it points at nothing,
        // so the errors of a single document say little; those of the joined one count.
        string text = await File.ReadAllTextAsync(path);
        foreach (string name in Names)
        {
            text = text.Replace($"{name}.yaml#/", "#/", StringComparison.Ordinal);
        }

        OpenApiReaderSettings settings = new();
        settings.AddYamlReader();
        return OpenApiDocument.Parse(text, "yaml", settings).Document
            ?? throw new InvalidDataException($"{path} is not an OpenAPI document.");
    }

    private static void RefuseErrors(string name, OpenApiDiagnostic? diagnostic)
    {
        if (diagnostic is { Errors.Count: > 0 } or { Warnings.Count: > 0 })
        {
            throw new InvalidDataException(
                $"{name} is not valid:\n" + string.Join('\n', diagnostic.Errors.Concat(diagnostic.Warnings)));
        }
    }
}
