using Catalog.Core;
using Catalog.Iceberg;
using Catalog.Server.Requests;

namespace Catalog.Server.Errors;

/// <summary>The one place where what went wrong becomes what a surface answers.</summary>
internal static class ErrorMap
{
    /// <summary>Describes a failure, or returns null when it is a fault of the server.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="names">The surface's names.</param>
    /// <param name="isRename">Whether the request renames: its missing namespace has a name of its own.</param>
    public static ErrorAnswer? Describe(Exception failure, ErrorNames names, bool isRename) => failure switch
    {
        MetadataValidationException e => new(400, names.BadRequest, Named(e.Message, e.Field)),
        CatalogException domain => Describe(domain, names, isRename),
        RequestRejectedException e => new(e.Status, TypeOf(e.Status, names), e.Message) { Allow = e.Allow },
        // Kestrel found fault while it read the body; its words are safe to pass on.
        BadHttpRequestException e => new(e.StatusCode, TypeOf(e.StatusCode, names), e.Message),
        _ => null,
    };

    public static ErrorAnswer Fault(ErrorNames names, string requestId) =>
        new(500, names.Internal, $"The server failed; its log says more under request id {requestId}");

    private static ErrorAnswer? Describe(CatalogException failure, ErrorNames names, bool isRename) => failure switch
    {
        InvalidRequestException e => new(400, names.BadRequest, Named(e.Message, e.Field)),
        NotAuthenticatedException { Fault: AuthenticationFault.UnknownAccessKey } e => new(401, names.UnknownAccessKey ?? names.NotAuthenticated, e.Message),
        NotAuthenticatedException e => new(401, names.NotAuthenticated, e.Message),
        ForbiddenException e => new(403, names.Forbidden, e.Message),
        NoSuchWarehouseException e => new(404, names.NoSuchWarehouse, e.Message),
        NoSuchNamespaceException e => new(404, isRename ? names.NoSuchNamespaceOnRename : names.NoSuchNamespace, e.Message),
        NoSuchTableException e => new(404, names.NoSuchTable, e.Message),
        MetadataFileMissingException e => new(404, names.MetadataFileMissing, e.Message),
        WarehouseAlreadyExistsException e => new(409, names.WarehouseAlreadyExists, e.Message),
        NamespaceAlreadyExistsException e => new(409, names.NamespaceAlreadyExists, e.Message),
        TableAlreadyExistsException e => new(409, names.TableAlreadyExists, e.Message),
        WarehouseNotEmptyException e => new(409, names.WarehouseNotEmpty, e.Message),
        NamespaceNotEmptyException e => new(409, names.NamespaceNotEmpty, e.Message),
        CommitConflictException e => new(409, names.CommitFailed, e.Message),
        UnprocessableException e => new(422, names.Unprocessable, e.Message),
        IdempotencyKeyReusedException e => new(422, names.Unprocessable, e.Message),
        QuotaExceededException e => new(429, names.TooManyRequests, e.Message) { RetryAfter = e.RetryAfter },
        _ => null,
    };

    private static string Named(string message, string? field) =>
        field is null || message.Contains(field, StringComparison.Ordinal) ? message : $"{field}: {message}";

    private static string TypeOf(int status, ErrorNames names) => status switch
    {
        404 => names.NotFound,
        405 => names.MethodNotAllowed,
        408 => names.RequestTimeout,
        413 => names.TooLarge,
        415 => names.UnsupportedMediaType,
        503 => names.Unavailable,
        _ => names.BadRequest,
    };
}
