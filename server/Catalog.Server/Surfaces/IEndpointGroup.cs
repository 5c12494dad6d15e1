namespace Catalog.Server.Surfaces;

/// <summary>The operations on one kind of thing.</summary>
internal interface IEndpointGroup
{
    /// <summary>The operations, mapped once for each surface that has them.</summary>
    IEnumerable<SurfaceRoute> RoutesOf(SurfaceProfile profile);
}
