namespace Catalog.Iceberg.Json;

/// <summary>A part of the metadata that keeps the JSON it was read from, so that unknown fields survive.</summary>
internal interface IElement
{
    /// <summary>Gets the compact UTF-8 JSON of this element.</summary>
    ReadOnlyMemory<byte> Json { get; }

    /// <summary>Gets the number by which the element is looked up in its list.</summary>
    long Key { get; }
}
