using Catalog.Core.Access;

namespace Catalog.Server.Commands;

/// <summary>The verb <c>access-keys</c>: keys of the AIStor surface.</summary>
internal sealed class AccessKeyCommands(AccessKeys accessKeys, TextWriter output)
{
    private const string ReadOnlyPolicy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3tables:Get*","s3tables:List*"],"Resource":"*"}]}""";

    public Task RunAsync(CommandArguments arguments) => arguments.RequiredWord(0, "command (create, list, set-policy or revoke)") switch
    {
        "create" => CreateAsync(arguments),
        "list" => ListAsync(arguments),
        "set-policy" => SetPolicyAsync(arguments),
        "revoke" => RevokeAsync(arguments),
        var other => throw new CommandException($"'{other}' is none of create, list, set-policy, revoke."),
    };

    private async Task CreateAsync(CommandArguments arguments)
    {
        string policy = arguments.RequiredOption("policy");
        string name = arguments.Option("name") ?? "made by the command line";
        arguments.CheckAllTaken(1);
        IssuedAccessKey issued = await accessKeys.CreateAsync(name, await PolicyAsync(policy).ConfigureAwait(false)).ConfigureAwait(false);
        await PrintAsync(issued.Key, issued.Secret).ConfigureAwait(false);
    }

    private static async Task<string> PolicyAsync(string policy)
    {
        switch (policy)
        {
            case "administrator":
                return AccessKey.AdministratorPolicy;
            case "read-only":
                return ReadOnlyPolicy;
            default:
                return File.Exists(policy)
                    ? await File.ReadAllTextAsync(policy).ConfigureAwait(false)
                    : throw new CommandException($"'{policy}' is neither administrator, read-only nor a file with a policy.");
        }
    }

    private async Task ListAsync(CommandArguments arguments)
    {
        arguments.CheckAllTaken(1);
        foreach (AccessKey key in accessKeys.List())
        {
            await PrintAsync(key, null).ConfigureAwait(false);
        }
    }

    private async Task SetPolicyAsync(CommandArguments arguments)
    {
        string key = arguments.RequiredWord(1, "access key");
        string policy = arguments.RequiredOption("policy");
        arguments.CheckAllTaken(2);
        if (!await accessKeys.SetPolicyAsync(key, await PolicyAsync(policy).ConfigureAwait(false)).ConfigureAwait(false))
        {
            throw new CommandException($"There is no access key {key} whose policy could be changed.");
        }

        await PrintAsync(accessKeys.Find(key)!, null).ConfigureAwait(false);
    }

    private async Task RevokeAsync(CommandArguments arguments)
    {
        string key = arguments.RequiredWord(1, "access key");
        arguments.CheckAllTaken(2);
        if (!await accessKeys.RevokeAsync(key).ConfigureAwait(false))
        {
            throw new CommandException($"There is no access key {key} that could be revoked.");
        }

        await PrintAsync(accessKeys.Find(key)!, null).ConfigureAwait(false);
    }

    private Task PrintAsync(AccessKey key, string? secret)
    {
        (string, object?)[] members =
        [
            ("accessKey", key.Key),
            ("name", key.Name),
            ("policy", key.Policy),
            ("createdAt", key.CreatedAt),
            ("revokedAt", key.RevokedAt),
        ];
        return CommandReport.PrintAsync(output, secret is null ? members : [.. members, ("secretKey", secret)]);
    }
}
