namespace Catalog.Contract.Tests.Server;

/// <summary>The suite against the server in memory.</summary>
public sealed class InMemoryContractTests(InMemoryCatalog catalog) : ContractSuite(catalog), IClassFixture<InMemoryCatalog>;
