using Catalog.Core.Access;

namespace Catalog.Server.Commands;

/// <summary>The verb <c>keys</c>: API keys of organisations.</summary>
internal sealed class KeyCommands(Organisations organisations, ApiKeys apiKeys, TimeProvider time, TextWriter output)
{
    public Task RunAsync(CommandArguments arguments) => arguments.RequiredWord(0, "command (create, list or revoke)") switch
    {
        "create" => CreateAsync(arguments),
        "list" => ListAsync(arguments),
        "revoke" => RevokeAsync(arguments),
        var other => throw new CommandException($"'{other}' is none of create, list, revoke."),
    };

    private async Task CreateAsync(CommandArguments arguments)
    {
        string organisation = OrganisationOf(arguments) ?? throw new CommandException("The option --organisation is missing.");
        string rights = arguments.Option("rights") ?? "write";
        string name = arguments.Option("name") ?? "made by the command line";
        DateTimeOffset? end = arguments.Option("expires-in-days") is { } days
            ? time.GetUtcNow().AddDays(int.TryParse(days, out int count) && count is > 0 and < 36_500
                ? count
                : throw new CommandException($"'{days}' is not a number of days."))
            : null;
        arguments.CheckAllTaken(1);
        bool canWrite = rights switch
        {
            "write" => true,
            "read" => false,
            _ => throw new CommandException($"'{rights}' is neither read nor write."),
        };
        Organisation owner = organisations.Find(organisation) ?? throw new CommandException($"Organisation does not exist: {organisation}");
        IssuedApiKey issued = await apiKeys.CreateAsync(owner, name, canWrite, end).ConfigureAwait(false);
        await PrintAsync(issued.Key, issued.Text).ConfigureAwait(false);
    }

    private async Task ListAsync(CommandArguments arguments)
    {
        string? organisation = OrganisationOf(arguments);
        arguments.CheckAllTaken(1);
        foreach (ApiKey key in apiKeys.List(organisation))
        {
            await PrintAsync(key, null).ConfigureAwait(false);
        }
    }

    private async Task RevokeAsync(CommandArguments arguments)
    {
        string id = arguments.RequiredWord(1, "key's id (see keys list)");
        arguments.CheckAllTaken(2);
        if (!long.TryParse(id, out long number) || !await apiKeys.RevokeAsync(number).ConfigureAwait(false))
        {
            throw new CommandException($"There is no key of the id {id} that could be revoked.");
        }

        await PrintAsync(apiKeys.Find(number)!, null).ConfigureAwait(false);
    }

    private static string? OrganisationOf(CommandArguments arguments) => arguments.Option("organisation") ?? arguments.Option("organization");

    private Task PrintAsync(ApiKey key, string? text)
    {
        (string, object?)[] members =
        [
            ("id", key.Id),
            ("organisation", key.Organisation.Name),
            ("name", key.Name),
            ("rights", key.CanWrite ? "write" : "read"),
            ("createdAt", key.CreatedAt),
            ("expiresAt", key.ExpiresAt),
            ("revokedAt", key.RevokedAt),
        ];
        return CommandReport.PrintAsync(output, text is null ? members : [.. members, ("key", text)]);
    }
}
