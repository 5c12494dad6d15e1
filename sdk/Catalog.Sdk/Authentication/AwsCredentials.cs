using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Signing;
using Catalog.Sdk.Http;

namespace Catalog.Sdk.Authentication;

/// <summary>Finds AWS credentials by the settings, and signs with them. The signature is made last, for each attempt anew.</summary>
internal static class AwsCredentials
{
    public static CredentialHandlers Handlers(AIStorTablesClientOptions options, HttpMessageHandler wire) =>
        new(null, new SigV4SigningHandler(Find(options), RegionEndpoint.GetBySystemName(options.Region), options.SigningName, wire));

    private static AWSCredentials Find(AIStorTablesClientOptions options)
    {
        if (options.Credentials is { } given)
        {
            return given;
        }

        if (options.AccessKey is { Length: > 0 } accessKey)
        {
            string secretKey = options.SecretKey is { Length: > 0 } secret
                ? secret
                : throw new ArgumentException("SecretKey has to be set beside AccessKey.", nameof(options));
            return options.SessionToken is { Length: > 0 } token
                ? new SessionAWSCredentials(accessKey, secretKey, token)
                : new BasicAWSCredentials(accessKey, secretKey);
        }

        if (options.ProfileName is { Length: > 0 } profile)
        {
            return new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out AWSCredentials credentials)
                ? credentials
                : throw new ArgumentException($"The AWS configuration has no profile '{profile}' with credentials.", nameof(options));
        }

        return DefaultAWSCredentialsIdentityResolver.GetCredentials();
    }
}
