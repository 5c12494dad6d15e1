using Catalog.Iceberg.Schemas;

namespace Catalog.Iceberg.Partitioning;

/// <summary>What turns a column's value into a partition value or a sort key.</summary>
public sealed class Transform
{
    private static readonly Transform[] Plain =
    [
        new(TransformKind.Identity, "identity"), new(TransformKind.Year, "year"), new(TransformKind.Month, "month"),
        new(TransformKind.Day, "day"), new(TransformKind.Hour, "hour"), new(TransformKind.Void, "void"),
    ];

    private Transform(TransformKind kind, string name, int width = 0)
    {
        Kind = kind;
        Name = name;
        Width = width;
    }

    /// <summary>Which transform it is.</summary>
    public TransformKind Kind { get; }

    /// <summary>The transform as it stands in JSON, in its usual spelling.</summary>
    public string Name { get; }

    /// <summary>The number of buckets or the width of a truncation.</summary>
    public int Width { get; }

    /// <summary>Reads a transform; any text is one, if need be an unknown one.</summary>
    /// <param name="text">For example <c>bucket[16]</c>.</param>
    public static Transform Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (Transform plain in Plain)
        {
            if (plain.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return plain;
            }
        }

        int open = text.IndexOf('[', StringComparison.Ordinal);
        if (open > 0 && text[^1] == ']' && int.TryParse(text.AsSpan(open + 1, text.Length - open - 2), out int width) && width > 0)
        {
            ReadOnlySpan<char> name = text.AsSpan(0, open);
            if (name.Equals("bucket", StringComparison.OrdinalIgnoreCase))
            {
                return new Transform(TransformKind.Bucket, $"bucket[{width}]", width);
            }

            if (name.Equals("truncate", StringComparison.OrdinalIgnoreCase))
            {
                return new Transform(TransformKind.Truncate, $"truncate[{width}]", width);
            }
        }

        return new Transform(TransformKind.Unknown, text);
    }

    /// <summary>Says whether the transform takes values of a type.</summary>
    /// <param name="type">The type of the source column.</param>
    public bool Takes(PrimitiveType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Kind switch
        {
            TransformKind.Void or TransformKind.Unknown => true,
            TransformKind.Identity => type.Kind is not (PrimitiveKind.Variant or PrimitiveKind.Geometry or PrimitiveKind.Geography),
            TransformKind.Bucket => type.Kind is PrimitiveKind.Int or PrimitiveKind.Long or PrimitiveKind.Decimal
                or PrimitiveKind.String or PrimitiveKind.Uuid or PrimitiveKind.Fixed or PrimitiveKind.Binary
                || IsDate(type) || IsTime(type),
            TransformKind.Truncate => type.Kind is PrimitiveKind.Int or PrimitiveKind.Long or PrimitiveKind.Decimal
                or PrimitiveKind.String or PrimitiveKind.Binary,
            TransformKind.Hour => IsTimestamp(type),
            _ => IsDate(type) || IsTimestamp(type),
        };
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    private static bool IsDate(PrimitiveType type) => type.Kind == PrimitiveKind.Date;

    private static bool IsTime(PrimitiveType type) => type.Kind == PrimitiveKind.Time || IsTimestamp(type);

    private static bool IsTimestamp(PrimitiveType type) => type.Kind is PrimitiveKind.Timestamp or PrimitiveKind.Timestamptz
        or PrimitiveKind.TimestampNs or PrimitiveKind.TimestamptzNs;
}
