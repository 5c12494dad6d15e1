namespace Catalog.Core;

/// <summary>Makes the catalog's identifiers: tests put known ones in its place.</summary>
public class Ids
{
    /// <summary>A new random uuid.</summary>
    public virtual Guid NewUuid() => Guid.NewGuid();
}
