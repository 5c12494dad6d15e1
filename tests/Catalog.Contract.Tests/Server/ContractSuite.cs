using Catalog.Testing.Contract;
using Catalog.Testing.Rest;

namespace Catalog.Contract.Tests.Server;

/// <summary>
/// What every way of reaching the server must answer. Each answer is compared with the contract: its status, its media
/// type, its body's schema.
/// </summary>
public abstract partial class ContractSuite(IRunningCatalog catalog)
{
    private const string Warehouse = "main";

    public static TheoryData<Surface> Surfaces => [Surface.Planasonix, Surface.AIStor];

    [Theory]
    [MemberData(nameof(Surfaces))]
    public async Task Operations_CalledRightAndWrong_AnswerAsDocumented(Surface surface)
    {
        WalkedOperations seen = new();
        using RawCatalog client = Open(surface, seen);

        await new CatalogWalk(client, surface).RunAsync();
        if (surface == Surface.Planasonix)
        {
            await ExchangeTokenAsync(client);
            await client.GetAsync("/namespaces?pageToken=foreign");
        }
        else
        {
            await client.SendRawAsync(
                HttpMethod.Get, "/_iceberg/v1/warehouses?pageToken=foreign", null, null, cancellationToken: TestContext.Current.CancellationToken);
        }

        string prefix = surface == Surface.Planasonix ? "planasonix" : "aistor";
        seen.Missing(prefix, 2).ShouldBeEmpty("operations that never succeeded");
        seen.Missing(prefix, 4).ShouldBeEmpty("operations that never refused");
    }

    private RawCatalog Open(Surface surface, WalkedOperations? seen = null)
    {
        ContractValidatingHandler handler = new(catalog.CreateHandler()) { Observed = (operation, answer) => seen?.Add(operation, answer) };
        return surface == Surface.Planasonix
            ? RawCatalog.Planasonix(catalog.Address, catalog.PlanasonixKey, handler)
            : RawCatalog.AIStor(catalog.Address, Warehouse, catalog.AIStorAccessKey, catalog.AIStorSecretKey, handler);
    }

    private async Task ExchangeTokenAsync(RawCatalog client)
    {
        RawAnswer answer = await client.SendRawAsync(
            HttpMethod.Post,
            "/v1/oauth/tokens",
            System.Text.Encoding.UTF8.GetBytes($"grant_type=client_credentials&client_id=me&client_secret={catalog.PlanasonixKey}&scope=catalog"),
            "application/x-www-form-urlencoded");
        answer.Status.ShouldBe(200, answer.Text);
        answer.Json.GetProperty("token_type").GetString().ShouldBe("bearer", StringCompareShould.IgnoreCase);

        using RawCatalog renewed = RawCatalog.Planasonix(
            catalog.Address, answer.Json.GetProperty("access_token").GetString()!, new ContractValidatingHandler(catalog.CreateHandler()));
        (await renewed.GetAsync("/config")).Status.ShouldBe(200);
    }
}
