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

        Organisation organisation = organisations.Find(credentials.Planasonix.Organisation)
            ?? await organisations.CreateAsync(credentials.Planasonix.Organisation, OrganisationTier.Enterprise, credentials.Planasonix.Warehouse).ConfigureAwait(false);
        await apiKeys.AddAsync(organisation, BootstrapName, canWrite: true, credentials.Planasonix.Key).ConfigureAwait(false);
        await accessKeys.AddAsync(BootstrapName, AccessKey.AdministratorPolicy, credentials.AIStor.AccessKey, credentials.AIStor.SecretKey).ConfigureAwait(false);
    }

    /// <summary>Credentials given on a later start become further ones; nothing is revoked.</summary>
    private async Task AddGivenAsync()
    {
        if (settings.Bootstrap.PlanasonixKey is { } key)
        {
            int before = apiKeys.List().Count;
            await apiKeys.AddAsync(organisations.List()[0], GivenName, canWrite: true, key).ConfigureAwait(false);
            if (apiKeys.List().Count > before)
            {
                BootstrapLog.FurtherKey(logger, "Bootstrap:PlanasonixKey");
            }
        }

        if (settings.Bootstrap is { AIStorAccessKey: { } accessKey, AIStorSecretKey: { } secretKey })
        {
            int before = accessKeys.List().Count;
            await accessKeys.AddAsync(GivenName, AccessKey.AdministratorPolicy, accessKey, secretKey).ConfigureAwait(false);
            if (accessKeys.List().Count > before)
            {
                BootstrapLog.FurtherKey(logger, "Bootstrap:AIStorAccessKey");
            }
        }
    }
}
