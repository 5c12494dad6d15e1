namespace Catalog;

/// <summary>What the cmdlets keep behind a session: its type stays unknown on this side of the load context.</summary>
internal interface ISessionConnection : IDisposable;
