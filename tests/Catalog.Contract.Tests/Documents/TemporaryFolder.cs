namespace Catalog.Contract.Tests.Documents;

/// <summary>A folder that is gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("catalog-contract-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
