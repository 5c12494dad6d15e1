using System.Management.Automation;
using Catalog.PowerShell.Errors;

namespace Catalog.PowerShell.Sessions;

/// <summary>Exchanges the session's API key for a short-lived token.</summary>
/// <remarks>The token comes as a SecureString, ready for Connect-Catalog -Token. ConvertFrom-SecureString -AsPlainText shows it.</remarks>
[Cmdlet(VerbsCommon.New, "CatalogToken", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(CatalogToken))]
public sealed class NewCatalogTokenCommand : SessionCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (!ShouldProcess("the session's API key", "Exchange for a token"))
        {
            return;
        }

        Call(null, async (connection, streams, stop) =>
        {
            if (connection.Client is not Sdk.PlanasonixClient client)
            {
                throw new CommandException(
                    "NotSupportedBySurface",
                    ErrorCategory.InvalidOperation,
                    $"{connection.Surface} has no tokens; {CatalogSurface.Planasonix} has.",
                    $"Connect to it with Connect-Catalog -Surface {CatalogSurface.Planasonix}, or name such a session with -Session.");
            }

            if (connection.Settings.ApiKey is null)
            {
                throw new CommandException("NoApiKey", ErrorCategory.InvalidOperation, "The session has no API key to exchange.", "Connect with -ApiKey.");
            }

            Sdk.Authentication.AccessToken token = await client.ExchangeTokenAsync(stop).ConfigureAwait(false);
            await streams.WriteAsync(new CatalogToken(token.Value.ToSecureString(), "bearer", token.Scope, token.ExpiresAt?.ToLocalTime()), stop).ConfigureAwait(false);
        });
    }
}
