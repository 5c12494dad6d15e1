namespace Catalog.Server.CommandLine;

/// <summary>How the program ends, as its caller sees it.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>It could not start or serve: settings, data folder, address.</summary>
    public const int Failed = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;
}
