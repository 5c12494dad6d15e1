using Catalog.Testing;
using Catalog.Testing.Rest;

namespace Catalog.Durability.Tests.Writers;

/// <summary>Both surfaces of a server over the one warehouse that they share.</summary>
internal sealed class Surfaces(ServerProcess server) : IDisposable
{
    public const string Warehouse = "main";

    private readonly RawCatalog[] _both =
    [
        RawCatalog.Planasonix(server.BaseAddress, server.PlanasonixKey, RawCatalog.Sockets()),
        RawCatalog.AIStor(server.BaseAddress, Warehouse, server.AIStorAccessKey, server.AIStorSecretKey, RawCatalog.Sockets()),
    ];

    public RawCatalog Planasonix => _both[0];

    public RawCatalog AIStor => _both[1];

    /// <summary>The surfaces by turns, so that every test mixes them.</summary>
    public RawCatalog this[int number] => _both[number % _both.Length];

    public void Dispose()
    {
        foreach (RawCatalog surface in _both)
        {
            surface.Dispose();
        }
    }
}
