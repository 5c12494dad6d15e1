namespace Catalog.Iceberg.Partitioning;

/// <summary>The transforms of the table format.</summary>
public enum TransformKind
{
    /// <summary>A transform that this catalog does not know; kept in existing metadata, refused in new specs.</summary>
    Unknown,

    /// <summary>The value itself.</summary>
    Identity,

    /// <summary>A hash of the value, modulo the number of buckets.</summary>
    Bucket,

    /// <summary>The value cut to a width.</summary>
    Truncate,

    /// <summary>The year of a date or timestamp.</summary>
    Year,

    /// <summary>The month of a date or timestamp.</summary>
    Month,

    /// <summary>The day of a date or timestamp.</summary>
    Day,

    /// <summary>The hour of a timestamp.</summary>
    Hour,

    /// <summary>Always null; stands for a dropped field.</summary>
    Void,
}
