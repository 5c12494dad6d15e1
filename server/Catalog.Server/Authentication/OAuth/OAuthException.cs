namespace Catalog.Server.Authentication.OAuth;

/// <summary>A refusal of the token endpoint, in OAuth's terms.</summary>
internal sealed class OAuthException(int status, string error, string description) : Exception(description)
{
    public int Status { get; } = status;

    /// <summary>OAuth's error code, such as <c>invalid_request</c>.</summary>
    public string Error { get; } = error;

    public static OAuthException InvalidRequest(string description) => new(StatusCodes.Status400BadRequest, "invalid_request", description);

    /// <summary>Whatever is wrong with a credential: clients then know to ask for another one.</summary>
    public static OAuthException InvalidClient(string description) => new(StatusCodes.Status401Unauthorized, "invalid_client", description);
}
