using System.Text.Json;
using Catalog.Sdk.Commits;
using Catalog.Sdk.Serialization;

namespace Catalog.Sdk.Iceberg;

/// <summary>Writes the bodies of commits.</summary>
internal static class CommitWriter
{
    public static byte[] Write(TableChange change) => Utf8Json.Write(writer => Write(writer, change));

    public static byte[] Write(IReadOnlyList<TableChange> changes) => Utf8Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("table-changes");
        foreach (TableChange change in changes)
        {
            Write(writer, change);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, TableChange change)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("identifier");
        TableReader.WriteIdentifier(writer, change.Identifier);
        writer.WriteStartArray("requirements");
        foreach (TableRequirement requirement in change.Requirements)
        {
            JsonSerializer.Serialize(writer, requirement, CatalogJson.Default.TableRequirement);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("updates");
        foreach (TableUpdate update in change.Updates)
        {
            JsonSerializer.Serialize(writer, update, CatalogJson.Default.TableUpdate);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
