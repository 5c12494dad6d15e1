using System.Management.Automation;
using System.Text.Json;
using Catalog.Sdk.Errors;

namespace Catalog.PowerShell.Errors;

/// <summary>Turns what went wrong into an error record that says what to do next.</summary>
internal static class ErrorTranslation
{
    public static ErrorRecord ToRecord(Exception error, object? target, bool commit)
    {
        if (error is CommandException own)
        {
            return Record(new CatalogException(own.Message), own.ErrorId, own.Category, target, own.Advice);
        }

        if (error is Sdk.Errors.CatalogException failed)
        {
            (string id, ErrorCategory category, string advice) = Classify(failed, commit);
            CatalogException shown = new(failed.Message, (int?)failed.StatusCode, failed.ErrorType, failed.RequestId, failed.IsTransient, failed.RetryAfter);
            return Record(shown, id, category, target, failed.MayHaveBeenApplied && id != "CommitStateUnknown" ? MaybeDone : advice);
        }

        return error switch
        {
            JsonException or ArgumentException or FormatException or PSInvalidCastException or WildcardPatternException
                => Record(new CatalogException(error.Message), "BadRequest", ErrorCategory.InvalidArgument, target, "Correct the value; Get-Help shows examples of its form."),
            OperationCanceledException or TimeoutException
                => Record(new CatalogException("The call took too long.", isTransient: true), "RequestTimeout", ErrorCategory.OperationTimeout, target, "Try again, or look at the server."),
            Amazon.Runtime.AmazonClientException
                => Record(new CatalogException(error.Message), "NoCredentials", ErrorCategory.AuthenticationError, target, "Give -AccessKey and -SecretKey or -ProfileName, or set up AWS's own credentials."),
            ObjectDisposedException
                => Record(new CatalogException("The session was disconnected while it was in use."), "NoSession", ErrorCategory.ConnectionError, target, "Connect again with Connect-Catalog."),
            _ => Record(new CatalogException($"{error.GetType().Name}: {error.Message}"), "Unexpected", ErrorCategory.InvalidResult, target, "This is a fault of the module: please report it."),
        };
    }

    private const string MaybeDone = "There was no answer, and the server may have done it: look before you repeat the command.";

    private static (string Id, ErrorCategory Category, string Advice) Classify(Sdk.Errors.CatalogException error, bool commit) => error switch
    {
        CommitStateUnknownException => ("CommitStateUnknown", ErrorCategory.InvalidResult,
            "The commit may have been made. Read the table (Get-Table) and look for the change before you repeat it, and delete no files until then."),
        CommitConflictException => ("CommitConflict", ErrorCategory.ResourceBusy,
            "Another commit came first. Read the table again (Get-Table) and make the change from what it is now."),
        AlreadyExistsException => ("AlreadyExists", ErrorCategory.ResourceExists, "Choose another name, or use what is there."),
        NotEmptyException => ("NotEmpty", ErrorCategory.ResourceBusy, "Remove what it holds first."),
        NoSuchTableException => ("NoSuchTable", ErrorCategory.ObjectNotFound, "Get-Table -Namespace <name> lists the tables; names are case-sensitive."),
        NoSuchNamespaceException => ("NoSuchNamespace", ErrorCategory.ObjectNotFound, "Get-Namespace lists the namespaces; names are case-sensitive."),
        NoSuchWarehouseException => ("NoSuchWarehouse", ErrorCategory.ObjectNotFound, "Get-Warehouse lists the warehouses; New-Warehouse makes one."),
        NotFoundException => ("NotFound", ErrorCategory.ObjectNotFound, "Check the name and the address of the server."),
        NotAuthenticatedException => ("NotAuthenticated", ErrorCategory.AuthenticationError, "Check the credentials and connect again with Connect-Catalog."),
        ForbiddenException => ("Forbidden", ErrorCategory.PermissionDenied, "Ask an administrator for the right to do this."),
        InvalidRequestException => ("BadRequest", ErrorCategory.InvalidArgument, "Correct what the message names."),
        CatalogTimeoutException => ("RequestTimeout", ErrorCategory.OperationTimeout, "Try again later, or look at the server."),
        CatalogConnectionException => ("ConnectionFailed", ErrorCategory.ConnectionError, "Check the address, the network and whether the server runs."),
        TooManyRequestsException => ("ServerUnavailable", ErrorCategory.ResourceUnavailable,
            error.RetryAfter is { } wait ? $"The limit of requests is reached. Try again in {Describe(wait)}." : "The limit of requests is reached. Try again later."),
        { StatusCode: { } status } when (int)status >= 500 => commit
            ? ("CommitStateUnknown", ErrorCategory.InvalidResult, "The commit may have been made. Read the table before you repeat it.")
            : ("ServerUnavailable", ErrorCategory.ResourceUnavailable, "Try again later; the request id leads to the server's log."),
        ServiceUnavailableException => ("ServerUnavailable", ErrorCategory.ResourceUnavailable, "Try again later; the request id leads to the server's log."),
        _ => ("UnexpectedResponse", ErrorCategory.InvalidResult, "Check that the address is a catalog of the surface that was named."),
    };

    private static ErrorRecord Record(CatalogException error, string id, ErrorCategory category, object? target, string advice)
    {
        string details = error.RequestId is { } request ? $"{error.Message} (request {request})" : error.Message;
        return new ErrorRecord(error, id, category, target)
        {
            ErrorDetails = new ErrorDetails(details) { RecommendedAction = advice },
        };
    }

    private static string Describe(TimeSpan wait) => wait < TimeSpan.FromMinutes(2) ? $"{Math.Ceiling(wait.TotalSeconds)} seconds" : $"{Math.Ceiling(wait.TotalMinutes)} minutes";
}
