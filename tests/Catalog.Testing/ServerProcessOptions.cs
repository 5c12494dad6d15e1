namespace Catalog.Testing;

/// <summary>How <see cref="ServerProcess"/> starts the server.</summary>
public sealed record ServerProcessOptions
{
    /// <summary>The server's assembly; the one built beside the tests unless told otherwise.</summary>
    public string ServerAssembly { get; init; } = SourceTree.ServerAssembly;

    /// <summary>The data folder; a new one under the temporary folder (removed afterwards) when absent.</summary>
    public string? DataPath { get; init; }

    /// <summary>Settings by their name, as <c>Section:Key</c>; they win over the fixture's own.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Environment variables beside the inherited ones.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether credentials are given as <c>Bootstrap:*</c> settings; without, the server makes its own.</summary>
    public bool GiveCredentials { get; init; } = true;

    /// <summary>Whether the process is started at once; without, the caller launches it.</summary>
    public bool Launch { get; init; } = true;

    /// <summary>Another server whose credentials are given to this one too: a second process on the same data folder.</summary>
    public ServerProcess? CredentialsOf { get; init; }

    /// <summary>The port of 127.0.0.1 to listen on; a free one when absent.</summary>
    public int? Port { get; init; }

    /// <summary>How long the server may take to become ready (a loaded machine is slow).</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
