namespace Catalog.Testing.Contract;

/// <summary>An answer is not what the contract says.</summary>
public sealed class ContractViolationException(string message) : Exception(message);
