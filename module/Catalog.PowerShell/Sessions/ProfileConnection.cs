using System.Management.Automation;
using System.Security;
using Catalog.PowerShell.Errors;

namespace Catalog.PowerShell.Sessions;

/// <summary>Makes connection settings of a saved connection; its secret comes from SecretManagement, if that is there.</summary>
internal static class ProfileConnection
{
    public static ConnectionSettings ToSettings(CatalogProfile profile, PSCmdlet cmdlet, SecureString? given = null)
    {
        SecureString? secret = given ?? (profile.SecretName is null ? null : FindSecret(profile, cmdlet));
        if (secret is null && profile.Authentication is AuthenticationKind.ApiKey or AuthenticationKind.Token or AuthenticationKind.AccessKey)
        {
            throw new CommandException(
                "NoCredentials",
                ErrorCategory.AuthenticationError,
                $"The profile '{profile.Profile}' keeps no secret, and none was given.",
                "Give it beside -Profile (-ApiKey, -Token or -SecretKey), or name a secret of a vault in New-CatalogProfile -SecretName.");
        }

        return new ConnectionSettings(profile.Uri, profile.Surface)
        {
            Warehouse = profile.Warehouse,
            ApiKey = profile.Authentication == AuthenticationKind.ApiKey ? secret : null,
            Token = profile.Authentication == AuthenticationKind.Token ? secret : null,
            AccessKey = profile.AccessKey,
            SecretKey = profile.Authentication == AuthenticationKind.AccessKey ? secret : null,
            ProfileName = profile.ProfileName,
            Region = profile.Region,
            SigningName = profile.SigningName,
            Origin = $"the profile '{profile.Profile}'",
        };
    }

    private static SecureString FindSecret(CatalogProfile profile, PSCmdlet cmdlet)
    {
        const string Script = "param($name, $vault) if ($vault) { Get-Secret -Name $name -Vault $vault -ErrorAction Stop } else { Get-Secret -Name $name -ErrorAction Stop }";
        try
        {
            object? secret = cmdlet.InvokeCommand.InvokeScript(Script, false, System.Management.Automation.Runspaces.PipelineResultTypes.None, null, profile.SecretName, profile.VaultName)
                .FirstOrDefault()?.BaseObject;
            return secret switch
            {
                SecureString secure => secure,
                PSCredential credential => credential.Password,
                string text => text.ToSecureString(),
                _ => throw new CommandException("NoSecret", ErrorCategory.AuthenticationError, $"The secret '{profile.SecretName}' is empty or no text.", "Store it again with Set-Secret."),
            };
        }
        catch (RuntimeException error)
        {
            throw new CommandException(
                "NoSecret",
                ErrorCategory.AuthenticationError,
                $"The secret '{profile.SecretName}' could not be read: {error.Message}",
                "Install Microsoft.PowerShell.SecretManagement and register a vault, or give the secret beside -Profile.");
        }
    }
}
