namespace Catalog.Server.Requests;

/// <summary>A request that HTTP itself refuses, before any rule of the catalog is asked.</summary>
internal sealed class RequestRejectedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>The methods served at a path whose method was refused.</summary>
    public string? Allow { get; private init; }

    public static RequestRejectedException UnknownRoute() => new(StatusCodes.Status404NotFound, "No such route");

    public static RequestRejectedException UnknownMethod(string method, string allowed) =>
        new(StatusCodes.Status405MethodNotAllowed, $"Method {method} is not served here; {allowed} is") { Allow = allowed };

    public static RequestRejectedException UnsupportedMediaType(string message) => new(StatusCodes.Status415UnsupportedMediaType, message);

    public static RequestRejectedException Malformed(string message) => new(StatusCodes.Status400BadRequest, message);
}
