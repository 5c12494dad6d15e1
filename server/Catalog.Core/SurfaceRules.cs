namespace Catalog.Core;

/// <summary>What differs between the surfaces in what they allow. How they answer is the server's affair.</summary>
public sealed record SurfaceRules
{
    /// <summary>The surface.</summary>
    public required Surface Surface { get; init; }

    /// <summary>Which names may be created.</summary>
    public required NamingRules Names { get; init; }

    /// <summary>Whether clients may say where a table lies. Where they may not, a location in a create is not granted.</summary>
    public required bool ClientChoosesLocation { get; init; }

    /// <summary>Whether a create that names a location is refused where it would not be granted.</summary>
    public bool RefuseLocation { get; init; }

    /// <summary>Where the metadata files of tables made through this surface go.</summary>
    public required MetadataLayout Layout { get; init; }

    /// <summary>The most bytes of a property's key, and of its value; null for no limit.</summary>
    public int? MaxPropertyBytes { get; init; }

    /// <summary>Whether table properties that choose where files go are refused altogether.</summary>
    public bool RefusePathProperties { get; init; }

    /// <summary>Whether a drop that does not say so purges.</summary>
    public bool PurgeByDefault { get; init; }

    /// <summary>Whether a create may give its partition spec as a bare array, and a schema without an id.</summary>
    public bool BareArraysAllowed { get; init; }

    /// <summary>How long a multi-table transaction may take.</summary>
    public TimeSpan TransactionTimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Planasonix: wide names, locations within what the operator allows, metadata beside the table's data.</summary>
    public static SurfaceRules Planasonix { get; } = new()
    {
        Surface = Surface.Planasonix,
        Names = new PlanasonixNames(),
        ClientChoosesLocation = true,
        Layout = MetadataLayout.BesideTable,
    };

    /// <summary>AIStor Tables: narrow names, managed places, 2 KB properties, a drop purges.</summary>
    public static SurfaceRules AIStor { get; } = new()
    {
        Surface = Surface.AIStor,
        Names = new AIStorNames(),
        ClientChoosesLocation = false,
        Layout = MetadataLayout.WarehouseFolder,
        MaxPropertyBytes = 2048,
        RefusePathProperties = true,
        PurgeByDefault = true,
        BareArraysAllowed = true,
    };
}
