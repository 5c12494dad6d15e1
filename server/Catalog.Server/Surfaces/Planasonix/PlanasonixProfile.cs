using Catalog.Core;
using Catalog.Server.Errors;

namespace Catalog.Server.Surfaces.Planasonix;

/// <summary>Planasonix as its reference describes it; what that lacks is named as Iceberg's Java client knows it.</summary>
internal static class PlanasonixProfile
{
    public static SurfaceProfile Create() => new()
    {
        Surface = Surface.Planasonix,
        Root = "v1",
        Prefix = "/v1",
        // Clients whose base address already ends in /v1 append it again; iceberg-js takes the warehouse as a prefix.
        Aliases = ["/v1/v1", "/v1/{warehouse}"],
        Rules = SurfaceRules.Planasonix,
        ExistsStatus = StatusCodes.Status204NoContent,
        TransactionStatus = StatusCodes.Status204NoContent,
        Challenge = "Bearer",
        Errors = new ErrorNames
        {
            BadRequest = "BadRequestException",
            NotAuthenticated = "NotAuthorizedException",
            Forbidden = "ForbiddenException",
            NoSuchWarehouse = "NoSuchWarehouseException",
            NoSuchNamespace = "NoSuchNamespaceException",
            NoSuchTable = "NoSuchTableException",
            WarehouseAlreadyExists = "AlreadyExistsException",
            NamespaceAlreadyExists = "AlreadyExistsException",
            TableAlreadyExists = "AlreadyExistsException",
            WarehouseNotEmpty = "WarehouseNotEmptyException",
            NamespaceNotEmpty = "NamespaceNotEmptyException",
            Unprocessable = "UnprocessableEntityException",
            TooManyRequests = "TooManyRequestsException",
            NotFound = "NoSuchRouteException",
            MethodNotAllowed = "MethodNotAllowedException",
            TooLarge = "RequestTooLargeException",
            UnsupportedMediaType = "UnsupportedMediaTypeException",
            RequestTimeout = "RequestTimeoutException",
            Internal = "InternalServerErrorException",
            Unavailable = "ServiceUnavailableException",
        },
    };
}
