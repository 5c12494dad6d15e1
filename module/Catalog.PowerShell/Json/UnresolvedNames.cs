namespace Catalog.PowerShell.Json;

/// <summary>Members that the builders write where the spec wants ids that only the table knows; they are replaced before anything is sent.</summary>
internal static class UnresolvedNames
{
    public const string SourceName = "source-name";
    public const string IdentifierNames = "identifier-field-names";
}
