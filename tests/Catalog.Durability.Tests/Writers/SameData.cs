using Catalog.Testing;

namespace Catalog.Durability.Tests.Writers;

/// <summary>Options of a further server on another's data folder, reachable with the same credentials.</summary>
internal static class SameData
{
    public static ServerProcessOptions As(ServerProcess server) => new() { DataPath = server.DataPath, CredentialsOf = server };
}
