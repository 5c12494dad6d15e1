using Microsoft.OpenApi;

namespace Catalog.OpenApi.Join;

/// <summary>Adds documents to one, and refuses two things under one name.</summary>
internal sealed class DocumentJoiner(OpenApiDocument joined)
{
    public void Add(string name, OpenApiDocument document)
    {
        if (joined.Servers is not { Count: > 0 })
        {
            joined.Servers = document.Servers;
        }

        AddPaths(name, document);
        foreach (OpenApiTag tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            joined.Tags!.Add(tag);
        }

        if (document.Components is { } from)
        {
            OpenApiComponents to = joined.Components!;
            to.Schemas = Merge(name, to.Schemas, from.Schemas);
            to.Responses = Merge(name, to.Responses, from.Responses);
            to.Parameters = Merge(name, to.Parameters, from.Parameters);
            to.Headers = Merge(name, to.Headers, from.Headers);
            to.RequestBodies = Merge(name, to.RequestBodies, from.RequestBodies);
            to.Examples = Merge(name, to.Examples, from.Examples);
            to.SecuritySchemes = Merge(name, to.SecuritySchemes, from.SecuritySchemes);
        }
    }

    private void AddPaths(string name, OpenApiDocument document)
    {
        foreach ((string path, IOpenApiPathItem item) in document.Paths)
        {
            // What a document says for all its operations must be said by each once others stand beside them.
            foreach (OpenApiOperation operation in item.Operations!.Values)
            {
                operation.Security ??= document.Security;
            }

            if (!joined.Paths.TryAdd(path, item))
            {
                throw new InvalidDataException($"{name}.yaml: the path {path} stands in another document too.");
            }
        }
    }

    private static IDictionary<string, T>? Merge<T>(string name, IDictionary<string, T>? to, IDictionary<string, T>? from)
    {
        if (from is null)
        {
            return to;
        }

        to ??= new Dictionary<string, T>();
        foreach ((string key, T value) in from)
        {
            if (!to.TryAdd(key, value))
            {
                throw new InvalidDataException($"{name}.yaml: the component {key} stands in another document too.");
            }
        }

        return to;
    }
}
