namespace Catalog.Contract.Tests.Server;

/// <summary>The suite against the real server as a process.</summary>
public sealed class ProcessContractTests(ProcessCatalog catalog) : ContractSuite(catalog), IClassFixture<ProcessCatalog>;
