using Catalog.Core;
using Catalog.Server.Errors;
using Catalog.Server.Settings;

namespace Catalog.Server.Surfaces.AIStor;

/// <summary>AIStor Tables as its reference describes it.</summary>
internal static class AIStorProfile
{
    public static SurfaceProfile Create(AIStorSettings settings) => new()
    {
        Surface = Surface.AIStor,
        Root = "_iceberg",
        Prefix = "/_iceberg/v1/{warehouse}",
        Rules = SurfaceRules.AIStor with
        {
            PurgeByDefault = settings.PurgeByDefault,
            RefuseLocation = settings.RefuseLocation,
            TransactionTimeLimit = settings.TransactionTimeout,
        },
        ExistsStatus = StatusCodes.Status200OK,
        TransactionStatus = StatusCodes.Status200OK,
        Errors = new ErrorNames
        {
            BadRequest = "BadRequest",
            NotAuthenticated = "SignatureDoesNotMatch",
            UnknownAccessKey = "InvalidAccessKeyId",
            Forbidden = "AccessDenied",
            NoSuchWarehouse = "IcebergWarehouseNotFound",
            NoSuchNamespace = "IcebergNamespaceNotFound",
            NoSuchTable = "IcebergTableNotFound",
            WarehouseAlreadyExists = "IcebergWarehouseAlreadyExists",
            NamespaceAlreadyExists = "IcebergNamespaceAlreadyExists",
            TableAlreadyExists = "IcebergTableAlreadyExists",
            WarehouseNotEmpty = "IcebergWarehouseNotEmpty",
            NamespaceNotEmpty = "IcebergNamespaceNotEmptyError",
            Unprocessable = "UnprocessableEntity",
            TooManyRequests = "TooManyRequests",
            NotFound = "NotFound",
            MethodNotAllowed = "MethodNotAllowed",
            TooLarge = "EntityTooLarge",
            UnsupportedMediaType = "UnsupportedMediaType",
            RequestTimeout = "RequestTimeout",
            Internal = "InternalError",
            Unavailable = "ServiceUnavailable",
        },
    };
}
