using System.Diagnostics.CodeAnalysis;

namespace Catalog.Iceberg.Schemas;

/// <summary>The primitive types of the table format.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The names are the format's own.")]
public enum PrimitiveKind
{
    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>32-bit integer.</summary>
    Int,

    /// <summary>64-bit integer.</summary>
    Long,

    /// <summary>32-bit floating point.</summary>
    Float,

    /// <summary>64-bit floating point.</summary>
    Double,

    /// <summary>decimal(precision, scale).</summary>
    Decimal,

    /// <summary>Calendar date.</summary>
    Date,

    /// <summary>Time of day in microseconds.</summary>
    Time,

    /// <summary>Timestamp in microseconds without zone.</summary>
    Timestamp,

    /// <summary>Timestamp in microseconds with zone.</summary>
    Timestamptz,

    /// <summary>Timestamp in nanoseconds without zone (v3).</summary>
    TimestampNs,

    /// <summary>Timestamp in nanoseconds with zone (v3).</summary>
    TimestamptzNs,

    /// <summary>UTF-8 text.</summary>
    String,

    /// <summary>UUID.</summary>
    Uuid,

    /// <summary>fixed[length].</summary>
    Fixed,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>Always null (v3).</summary>
    Unknown,

    /// <summary>Semi-structured value (v3). Not a primitive in the sense of partitioning and identifier fields.</summary>
    Variant,

    /// <summary>Geometry with planar edges (v3).</summary>
    Geometry,

    /// <summary>Geometry with edges on the globe (v3).</summary>
    Geography,
}
