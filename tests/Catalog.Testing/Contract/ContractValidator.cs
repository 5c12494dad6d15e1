using System.Text;
using System.Text.Json;

namespace Catalog.Testing.Contract;

/// <summary>Compares answers with the contract.</summary>
public sealed class ContractValidator(ContractDescription contract)
{
    private const string ErrorSchema = "IcebergErrorResponse";
    private const string OAuthErrorSchema = "OAuthError";
    private static readonly string[] Surfaces = ["/v1", "/_iceberg", "/api"];

    /// <summary>A validator for the contract in this checkout.</summary>
    public static ContractValidator Current { get; } = new(ContractDescription.Current);

    /// <summary>Throws when an answer is not what the contract says.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>The operation it belongs to; null outside the surfaces, and for refusals of unknown routes.</returns>
    /// <exception cref="ContractViolationException">The answer is not what the contract says.</exception>
    public ContractOperation? Validate(ObservedAnswer answer)
    {
        if (!Surfaces.Any(surface => answer.RawPath == surface || answer.RawPath.StartsWith(surface + "/", StringComparison.Ordinal)))
        {
            return null;
        }

        if (answer.HeaderNames is { } names && !names.Contains("X-Request-Id", StringComparer.OrdinalIgnoreCase))
        {
            if (IsBare(answer))
            {
                return null;
            }

            throw Violation(answer, "the answer has no X-Request-Id.");
        }

        if (Find(answer) is not { } operation)
        {
            ValidateUnknownRoute(answer);
            return null;
        }

        ContractResponse response = operation.FindResponse(answer.Status)
            ?? throw Violation(answer, $"{operation.Id} documents only {string.Join(", ", operation.Responses.Select(r => r.Status))}.");
        if (response.Schemas.Count == 0 || answer.Method == "HEAD")
        {
            RequireEmpty(answer);
        }
        else
        {
            RequireSchema(answer, response.Schemas);
        }

        return operation;
    }

    // What Kestrel refuses before anything of ours sees it (a zero byte in the path, a head too large) may be bare.
    private static bool IsBare(ObservedAnswer answer) =>
        answer.Status is 400 or 408 or 411 or 413 or 414 or 431 && answer.Body.IsEmpty && answer.ContentType is null;

    // Every refusal under a surface's path has the surface's error body, whatever the route; anything else there must
    // be documented.
    private void ValidateUnknownRoute(ObservedAnswer answer)
    {
        if (answer.Status < 400)
        {
            throw Violation(answer, "the contract has no such operation.");
        }

        if (answer.Method == "HEAD")
        {
            RequireEmpty(answer);
        }
        else
        {
            // The token endpoint refuses everything in OAuth's terms, methods that it lacks too.
            string schema = answer.RawPath.EndsWith("/oauth/tokens", StringComparison.Ordinal) ? OAuthErrorSchema : ErrorSchema;
            RequireSchema(answer, new Dictionary<string, string> { ["application/json"] = schema });
        }
    }

    // Planasonix is also served under /v1/v1 and /v1/{warehouse}; these aliases stand in no document.
    private ContractOperation? Find(ObservedAnswer answer)
    {
        if (contract.FindOperation(answer.Method, answer.RawPath) is { } operation)
        {
            return operation;
        }

        string[] segments = answer.RawPath.Split('/', 4);
        return segments is ["", "v1", _, { } rest] ? contract.FindOperation(answer.Method, "/v1/" + rest) : null;
    }

    private static void RequireEmpty(ObservedAnswer answer)
    {
        if (!answer.Body.IsEmpty)
        {
            throw Violation(answer, "no body is documented.");
        }
    }

    private void RequireSchema(ObservedAnswer answer, IReadOnlyDictionary<string, string> schemas)
    {
        string media = (answer.ContentType ?? "").Split(';')[0].Trim();
        if (!schemas.TryGetValue(media, out string? schema))
        {
            throw Violation(answer, $"the media type must be {string.Join(" or ", schemas.Keys)}, not '{media}'.");
        }

        JsonElement body;
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            body = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw Violation(answer, $"the body is not JSON: {e.Message}");
        }

        IReadOnlyList<string> faults = contract.Schemas.Validate(schema, body);
        if (faults.Count > 0)
        {
            throw Violation(answer, $"the body is no {schema}:\n  " + string.Join("\n  ", faults.Take(12)));
        }

        if (schema == ErrorSchema && body.GetProperty("error").GetProperty("code").GetInt32() != answer.Status)
        {
            throw Violation(answer, "the code in the error body is not the status.");
        }
    }

    private static ContractViolationException Violation(ObservedAnswer answer, string fault)
    {
        string body = Encoding.UTF8.GetString(answer.Body.Span);
        return new ContractViolationException(
            $"{answer.Method} {answer.RawPath} answered {answer.Status}: {fault}" +
            (body.Length == 0 ? "" : "\n" + (body.Length > 2000 ? body[..2000] + "…" : body)));
    }
}
