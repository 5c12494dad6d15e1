namespace Catalog.Testing.Contract;

/// <summary>An operation of the contract.</summary>
/// <param name="Id">Its operation id.</param>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Path">The path template.</param>
/// <param name="Parameters">Its parameters, those of its path included.</param>
/// <param name="RequestSchemas">The schema of the request body by media type; empty when there is none.</param>
/// <param name="Responses">The documented answers.</param>
public sealed record ContractOperation(
    string Id,
    string Method,
    string Path,
    IReadOnlyList<ContractParameter> Parameters,
    IReadOnlyDictionary<string, string> RequestSchemas,
    IReadOnlyList<ContractResponse> Responses)
{
    /// <summary>Finds what is documented for a status: the status itself, else its range.</summary>
    public ContractResponse? FindResponse(int status) =>
        Responses.FirstOrDefault(r => r.Status == $"{status}") ?? Responses.FirstOrDefault(r => r.Status == $"{status / 100}XX");

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
