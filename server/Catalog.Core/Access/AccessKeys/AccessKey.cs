using Catalog.Core.Access.Policies;

namespace Catalog.Core.Access;

/// <summary>An AIStor access key with what it may do. Its secret stays sealed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Key">The access key itself, which is not a secret.</param>
/// <param name="Name">What its maker called it.</param>
/// <param name="Policy">The policy document.</param>
/// <param name="SealedSecret">The secret key, encrypted.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">When it was revoked; null while it holds.</param>
public sealed record AccessKey(
    long Id, string Key, string Name, string Policy, byte[] SealedSecret, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    /// <summary>The policy of an administrator: everything.</summary>
    public const string AdministratorPolicy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3tables:*","Resource":"*"}]}""";

    /// <summary>What the key may do.</summary>
    public Permissions ReadPermissions() => Policy == AdministratorPolicy ? Permissions.All : PolicyPermissions.Parse(Policy);
}
