using System.Text.Json;
using Catalog.PowerShell.Json;
using Catalog.Sdk.Tables;

namespace Catalog.PowerShell.Commits;

/// <summary>Says of each requirement what it wants and what the table has. Whether it holds is the SDK's word.</summary>
internal static class RequirementChecks
{
    public static RequirementCheck Check(TableRequirement requirement, TableInfo? table, TableMetadata? metadata)
    {
        JsonElement json = RestForm.Parse(requirement.Json);
        JsonElement known = table is null ? RestForm.Parse("{}") : RestForm.Parse(table.RawJson);
        (string expected, string actual) = requirement.Type switch
        {
            "assert-create" => ("no table", table is null ? "no table" : $"table {table.Uuid}"),
            "assert-table-uuid" => (json.FindString("uuid") ?? "?", table?.Uuid.ToString() ?? "no table"),
            "assert-ref-snapshot-id" => (
                $"{json.FindString("ref")} at {json.FindInt64("snapshot-id")?.ToString() ?? "none"}",
                $"{json.FindString("ref")} at {Reference(table, json.FindString("ref")) ?? "none"}"),
            "assert-last-assigned-field-id" => Numbers("last-assigned-field-id", "last-column-id"),
            "assert-current-schema-id" => Numbers("current-schema-id", "current-schema-id"),
            "assert-last-assigned-partition-id" => Numbers("last-assigned-partition-id", "last-partition-id"),
            "assert-default-spec-id" => Numbers("default-spec-id", "default-spec-id"),
            "assert-default-sort-order-id" => Numbers("default-sort-order-id", "default-sort-order-id"),
            _ => (requirement.Json, "the server will tell"),
        };
        bool holds = Sdk.Commits.TableRequirement.Parse(requirement.Json).Check(metadata) is null;
        return new RequirementCheck(requirement.Type, expected, actual, holds);

        (string Expected, string Actual) Numbers(string wanted, string member)
            => (json.FindInt64(wanted)?.ToString() ?? "?", known.FindInt64(member)?.ToString() ?? "none");
    }

    private static string? Reference(TableInfo? table, string? name)
        => name is not null && table?.Refs.TryGetValue(name, out TableReference? reference) == true ? reference.SnapshotId.ToString() : null;
}
