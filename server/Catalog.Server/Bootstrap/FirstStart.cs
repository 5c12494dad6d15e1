using Catalog.Core;
using Catalog.Core.Access;
using Catalog.Server.Settings;

namespace Catalog.Server.Bootstrap;

/// <summary>
/// Makes what an empty catalog needs to be used: warehouse <c>main</c>, an organisation bound to it, an AIStor
/// administrator. Every step may be repeated, so a start killed midway is completed by the next.
/// </summary>
internal sealed class FirstStart(
    ServerSettings settings,
    Core.Warehouses warehouses,
    Organisations organisations,
    ApiKeys apiKeys,
    AccessKeys accessKeys,
    ILogger<FirstStart> logger)
{
    private const string FirstWarehouse = "main";
    private const string FirstOrganisation = "main";
    private const string BootstrapName = "bootstrap";
    private const string GivenName = "given by settings";

    /// <summary>Completes the first start; returns null when an earlier one was complete.</summary>
    public async Task<Credentials?> RunAsync()
    {
        if (apiKeys.List().Count > 0 && accessKeys.List().Count > 0)
        {
            await AddGivenAsync().ConfigureAwait(false);
            return null;
        }

        BootstrapFile file = new(settings.DataPath);
        Credentials credentials = file.Read() ?? file.Write(Make());
        await ApplyAsync(credentials).ConfigureAwait(false);
        await AddGivenAsync().ConfigureAwait(false);
        return credentials;
    }

    private Credentials Make() => new(
        settings.Urls[0],
        new PlanasonixCredentials(settings.Bootstrap.PlanasonixKey ?? SecretText.NewApiKey(), FirstOrganisation, FirstWarehouse),
        new AIStorCredentials(
            settings.Bootstrap.AIStorAccessKey ?? SecretText.NewAccessKey(),
            settings.Bootstrap.AIStorSecretKey ?? SecretText.NewSecretKey()));

    private async Task ApplyAsync(Credentials credentials)
    {
        Caller setup = new(BootstrapName, Surface.AIStor, CanWrite: true);
        try
        {
            CreateWarehouseRequest request = new(credentials.Planasonix.Warehouse, UpgradeExisting: true);
            await warehouses.CreateAsync(SurfaceRules.AIStor, setup, request).ConfigureAwait(false);
        }
        catch (WarehouseAlreadyExistsException)
        {
            // An earlier start came this far.
        }

        Organisation organisation = await organisations.GetOrCreateAsync(
            credentials.Planasonix.Organisation, OrganisationTier.Enterprise, credentials.Planasonix.Warehouse).ConfigureAwait(false);
        await apiKeys.AddAsync(organisation, BootstrapName, canWrite: true, credentials.Planasonix.Key).ConfigureAwait(false);
        await accessKeys.AddAsync(BootstrapName, AccessKey.AdministratorPolicy, credentials.AIStor.AccessKey, credentials.AIStor.SecretKey).ConfigureAwait(false);
    }

    /// <summary>Credentials given on a later start become further ones; nothing is revoked.</summary>
    private async Task AddGivenAsync()
    {
        if (settings.Bootstrap.PlanasonixKey is { } key)
        {
            await AddAsync("Bootstrap:PlanasonixKey", () => apiKeys.List().Count, () =>
                apiKeys.AddAsync(organisations.List()[0], GivenName, canWrite: true, key)).ConfigureAwait(false);
        }

        if (settings.Bootstrap is { AIStorAccessKey: { } accessKey, AIStorSecretKey: { } secretKey })
        {
            await AddAsync("Bootstrap:AIStorAccessKey", () => accessKeys.List().Count, () =>
                accessKeys.AddAsync(GivenName, AccessKey.AdministratorPolicy, accessKey, secretKey)).ConfigureAwait(false);
        }
    }

    private async Task AddAsync(string setting, Func<int> count, Func<Task> add)
    {
        int before = count();
        try
        {
            await add().ConfigureAwait(false);
        }
        catch (InvalidRequestException)
        {
            // Revoked since, most likely. A setting that was left behind must not bring it back, nor keep the server down.
            BootstrapLog.NotAdded(logger, setting);
            return;
        }

        if (count() > before)
        {
            BootstrapLog.FurtherKey(logger, setting);
        }
    }
}
