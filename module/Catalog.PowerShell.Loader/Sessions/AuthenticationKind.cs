namespace Catalog;

/// <summary>How a session proves who is calling.</summary>
public enum AuthenticationKind
{
    /// <summary>Nothing is sent.</summary>
    Anonymous,

    /// <summary>An API key, exchanged for short-lived tokens.</summary>
    ApiKey,

    /// <summary>A bearer token, sent as it is.</summary>
    Token,

    /// <summary>An access key and its secret, which sign each request.</summary>
    AccessKey,

    /// <summary>A named profile of the AWS configuration.</summary>
    AwsProfile,

    /// <summary>Whatever AWS's own chain of credentials finds.</summary>
    AwsDefault,
}
