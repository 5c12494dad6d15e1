namespace Catalog.Contract.Tests.Server;

/// <summary>What the surfaces call their refusals, as their references have it.</summary>
internal sealed record SurfaceErrors(
    string BadRequest, string NamespaceMissing, string NamespaceExists, string NamespaceNotEmpty, string TableMissing, string TableExists, string Unprocessable)
{
    public static SurfaceErrors Of(Surface surface) => surface == Surface.Planasonix
        ? new("BadRequestException", "NoSuchNamespaceException", "AlreadyExistsException", "NamespaceNotEmptyException", "NoSuchTableException", "AlreadyExistsException", "UnprocessableEntityException")
        : new("BadRequest", "IcebergNamespaceNotFound", "IcebergNamespaceAlreadyExists", "IcebergNamespaceNotEmptyError", "IcebergTableNotFound", "IcebergTableAlreadyExists", "UnprocessableEntity");
}
