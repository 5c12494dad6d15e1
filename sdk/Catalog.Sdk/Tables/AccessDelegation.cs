namespace Catalog.Sdk.Tables;

/// <summary>How a client would like to be given access to a table's files. A hint: the server may give none.</summary>
[Flags]
public enum AccessDelegation
{
    /// <summary>No access is asked for.</summary>
    None = 0,

    /// <summary>Short-lived credentials (<c>vended-credentials</c>).</summary>
    VendedCredentials = 1,

    /// <summary>Requests signed by the server (<c>remote-signing</c>).</summary>
    RemoteSigning = 2,
}
