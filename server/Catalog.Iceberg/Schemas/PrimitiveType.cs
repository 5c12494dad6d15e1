namespace Catalog.Iceberg.Schemas;

/// <summary>A primitive type with its parameters.</summary>
public sealed class PrimitiveType : IcebergType
{
    private const int MaxTextLength = 256;

    private static readonly PrimitiveType[] Plain =
    [
        new(PrimitiveKind.Boolean, "boolean"), new(PrimitiveKind.Int, "int"), new(PrimitiveKind.Long, "long"),
        new(PrimitiveKind.Float, "float"), new(PrimitiveKind.Double, "double"), new(PrimitiveKind.Date, "date"),
        new(PrimitiveKind.Time, "time"), new(PrimitiveKind.Timestamp, "timestamp"), new(PrimitiveKind.Timestamptz, "timestamptz"),
        new(PrimitiveKind.TimestampNs, "timestamp_ns"), new(PrimitiveKind.TimestamptzNs, "timestamptz_ns"),
        new(PrimitiveKind.String, "string"), new(PrimitiveKind.Uuid, "uuid"), new(PrimitiveKind.Binary, "binary"),
        new(PrimitiveKind.Unknown, "unknown"), new(PrimitiveKind.Variant, "variant"),
        new(PrimitiveKind.Geometry, "geometry"), new(PrimitiveKind.Geography, "geography"),
    ];

    private static readonly Dictionary<string, PrimitiveType> ByName =
        Plain.ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);

    private PrimitiveType(PrimitiveKind kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary>Which type it is.</summary>
    public PrimitiveKind Kind { get; }

    /// <summary>The type as it stands in JSON, in its usual spelling.</summary>
    public string Name { get; }

    /// <summary>The precision of a decimal.</summary>
    public int Precision { get; private init; }

    /// <summary>The scale of a decimal.</summary>
    public int Scale { get; private init; }

    /// <summary>The length of a fixed.</summary>
    public int Length { get; private init; }

    /// <inheritdoc />
    public override bool IsPrimitive => Kind != PrimitiveKind.Variant;

    /// <summary>The first format version that has this type.</summary>
    public int MinimumFormatVersion => Kind is PrimitiveKind.TimestampNs or PrimitiveKind.TimestamptzNs
        or PrimitiveKind.Unknown or PrimitiveKind.Variant or PrimitiveKind.Geometry or PrimitiveKind.Geography
        ? 3
        : 1;

    /// <summary>Reads a type as it stands in JSON.</summary>
    /// <param name="text">For example <c>decimal(10, 2)</c>.</param>
    /// <exception cref="MetadataValidationException">There is no such type.</exception>
    public static PrimitiveType Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (ByName.TryGetValue(text, out PrimitiveType? plain))
        {
            return plain;
        }

        if (text.Length > MaxTextLength)
        {
            throw new MetadataValidationException("Cannot parse type: its name is too long", "type");
        }

        if (TypeParameters.TryFixed(text, out int length))
        {
            return new PrimitiveType(PrimitiveKind.Fixed, $"fixed[{length}]") { Length = length };
        }

        if (TypeParameters.TryDecimal(text, out int precision, out int scale))
        {
            return new PrimitiveType(PrimitiveKind.Decimal, $"decimal({precision}, {scale})") { Precision = precision, Scale = scale };
        }

        if (TypeParameters.TryGeometry(text, out string? geometry))
        {
            return geometry is null ? ByName["geometry"] : new PrimitiveType(PrimitiveKind.Geometry, geometry);
        }

        if (TypeParameters.TryGeography(text, out string? geography))
        {
            return geography is null ? ByName["geography"] : new PrimitiveType(PrimitiveKind.Geography, geography);
        }

        throw new MetadataValidationException($"Cannot parse type: {text}", "type");
    }

    /// <inheritdoc />
    public override bool SameAs(IcebergType other) => other is PrimitiveType that && Kind == that.Kind && Name == that.Name;

    /// <inheritdoc />
    public override string ToString() => Name;
}
