using System.Management.Automation;
using System.Security;

namespace Catalog.PowerShell.Sessions;

/// <summary>Takes a secret as a secure string or as plain text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            SecureString secure => secure,
            string { Length: > 0 } text => text.ToSecureString(),
            PSCredential credential => credential.Password,
            null or string => throw new ArgumentTransformationMetadataException("The secret is empty."),

            // The message must not hold the value, as PowerShell's own would.
            _ => throw new ArgumentTransformationMetadataException("A secret is a SecureString or a string."),
        };
}
