using Catalog.Core;
using Catalog.Core.Access;

namespace Catalog.Server.Commands;

/// <summary>The verb <c>organisations</c>.</summary>
internal sealed class OrganisationCommands(Organisations organisations, Core.Warehouses warehouses, Quotas quotas, TextWriter output)
{
    public Task RunAsync(CommandArguments arguments) => arguments.RequiredWord(0, "command (create, list or set-tier)") switch
    {
        "create" => CreateAsync(arguments),
        "list" => ListAsync(arguments),
        "set-tier" => SetTierAsync(arguments),
        var other => throw new CommandException($"'{other}' is none of create, list, set-tier."),
    };

    private async Task CreateAsync(CommandArguments arguments)
    {
        string name = arguments.RequiredWord(1, "organisation's name");
        OrganisationTier tier = Tier(arguments);
        string warehouse = arguments.Option("warehouse") ?? name;
        arguments.CheckAllTaken(2);
        if (organisations.Find(name) is not null)
        {
            throw new CommandException($"Organisation already exists: {name}");
        }

        try
        {
            Caller operator_ = new("operator", Surface.Planasonix, CanWrite: true);
            await warehouses.CreateAsync(SurfaceRules.Planasonix, operator_, new CreateWarehouseRequest(warehouse)).ConfigureAwait(false);
        }
        catch (WarehouseAlreadyExistsException) when (Exists(warehouse))
        {
            // Several organisations may be bound to one warehouse.
        }

        await PrintAsync(await organisations.CreateAsync(name, tier, warehouse).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private async Task ListAsync(CommandArguments arguments)
    {
        arguments.CheckAllTaken(1);
        foreach (Organisation organisation in organisations.List())
        {
            await PrintAsync(organisation).ConfigureAwait(false);
        }
    }

    private async Task SetTierAsync(CommandArguments arguments)
    {
        string name = arguments.RequiredWord(1, "organisation's name");
        OrganisationTier tier = Tier(arguments);
        arguments.CheckAllTaken(2);
        if (!await organisations.SetTierAsync(name, tier).ConfigureAwait(false))
        {
            throw new CommandException($"Organisation does not exist: {name}");
        }

        await PrintAsync(organisations.Find(name)!).ConfigureAwait(false);
    }

    private static OrganisationTier Tier(CommandArguments arguments)
    {
        string tier = arguments.RequiredOption("tier");
        return Enum.GetNames<OrganisationTier>().Contains(tier, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<OrganisationTier>(tier, ignoreCase: true)
            : throw new CommandException($"'{tier}' is none of the tiers {string.Join(", ", Enum.GetNames<OrganisationTier>())}.");
    }

    private bool Exists(string warehouse)
    {
        try
        {
            return warehouses.Get(warehouse) is not null;
        }
        catch (NoSuchWarehouseException)
        {
            return false;
        }
    }

    private Task PrintAsync(Organisation organisation) => CommandReport.PrintAsync(
        output,
        ("organisation", organisation.Name),
        ("tier", organisation.Tier),
        ("warehouse", organisation.Warehouse),
        ("requestsToday", organisation.Tier.RequestsPerDay() is null ? null : quotas.Used(organisation)));
}
