using System.Management.Automation;

namespace Catalog.PowerShell.Errors;

/// <summary>Something that a cmdlet itself refuses.</summary>
internal sealed class CommandException(string errorId, ErrorCategory category, string message, string advice) : Exception(message)
{
    public string ErrorId { get; } = errorId;

    public ErrorCategory Category { get; } = category;

    public string Advice { get; } = advice;
}
