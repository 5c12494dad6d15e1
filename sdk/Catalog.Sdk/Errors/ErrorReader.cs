using System.Net;
using System.Text;
using System.Text.Json;

namespace Catalog.Sdk.Errors;

/// <summary>Makes the exception of an answer: by the server's error type, else by the status and what the call is about.</summary>
internal static class ErrorReader
{
    private const int MaxBody = 2048;

    public static CatalogException Read(CatalogResponse answer, ErrorSubject subject, TimeProvider time)
    {
        (string? message, string? type) = ReadBody(answer.Body);
        CatalogException error = Create(answer, type, subject, message ?? $"The server answered {(int)answer.StatusCode} ({answer.StatusCode}).");
        error.Details = new ErrorDetails
        {
            StatusCode = answer.StatusCode,
            ErrorType = type,
            RequestId = answer.RequestId,
            IsTransient = IsTransient(answer.StatusCode),
            RetryAfter = RetryAfter(answer, time),
            ResponseBody = message is null && answer.Body.Length > 0 ? Beginning(answer.Body) : null,
        };
        return error;
    }

    public static UnexpectedResponseException Unreadable(CatalogResponse answer, Exception cause) =>
        new($"The server's answer ({(int)answer.StatusCode}) cannot be read: {cause.Message}", cause)
        {
            StatusCode = answer.StatusCode,
            RequestId = answer.RequestId,
            ResponseBody = Beginning(answer.Body),
        };

    private static CatalogException Create(CatalogResponse answer, string? type, ErrorSubject subject, string message) => type switch
    {
        "NoSuchTableException" or "IcebergTableNotFound" => new NoSuchTableException(message),
        "NoSuchNamespaceException" or "IcebergNamespaceNotFound" => new NoSuchNamespaceException(message),
        "NoSuchWarehouseException" or "IcebergWarehouseNotFound" => new NoSuchWarehouseException(message),
        "AlreadyExistsException" or "IcebergTableAlreadyExists" or "IcebergNamespaceAlreadyExists" or "IcebergWarehouseAlreadyExists"
            => new AlreadyExistsException(message),
        "NamespaceNotEmptyException" or "IcebergNamespaceNotEmptyError" or "IcebergWarehouseNotEmpty" => new NotEmptyException(message),
        "CommitFailedException" => new CommitConflictException(message),
        _ => ByStatus(answer.StatusCode, type, subject, message),
    };

    private static CatalogException ByStatus(HttpStatusCode status, string? type, ErrorSubject subject, string message) => (int)status switch
    {
        401 or 419 => new NotAuthenticatedException(message),
        403 => new ForbiddenException(message),
        404 when type is not null => new NotFoundException(message),
        404 => subject switch
        {
            ErrorSubject.Table or ErrorSubject.Commit => new NoSuchTableException(message),
            ErrorSubject.Namespace => new NoSuchNamespaceException(message),
            ErrorSubject.Warehouse => new NoSuchWarehouseException(message),
            _ => new NotFoundException(message),
        },
        409 when subject == ErrorSubject.Commit => new CommitConflictException(message),
        429 => new TooManyRequestsException(message),
        >= 500 => new ServiceUnavailableException(message),
        400 or 405 or 406 or 411 or 413 or 414 or 415 or 422 or 428 or 431 => new InvalidRequestException(message),
        _ => new CatalogException(message),
    };

    private static bool IsTransient(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
        or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static (string? Message, string? Type) ReadBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out JsonElement error))
            {
                return default;
            }

            return error.ValueKind switch
            {
                JsonValueKind.Object => (Text(error, "message"), Text(error, "type")),
                JsonValueKind.String => (Text(root, "error_description") ?? error.GetString(), error.GetString()),
                _ => default,
            };
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TimeSpan? RetryAfter(CatalogResponse answer, TimeProvider time) => answer.GetHeader("Retry-After") switch
    {
        { } text when double.TryParse(text, out double seconds) && seconds >= 0 => TimeSpan.FromSeconds(seconds),
        { } text when DateTimeOffset.TryParse(text, out DateTimeOffset date) => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static string Beginning(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span[..Math.Min(MaxBody, body.Length)]);
}
