namespace Catalog.Server.Commands;

/// <summary>A command that was not given as it must be.</summary>
internal sealed class CommandException(string message) : Exception(message);
