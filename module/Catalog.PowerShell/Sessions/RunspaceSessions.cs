using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Catalog.PowerShell.Sessions;

/// <summary>The sessions of one runspace. Runspaces of the same process do not see each other's.</summary>
internal sealed class RunspaceSessions
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceSessions> ByRunspace = [];
    private static int s_lastId;

    private readonly List<CatalogSession> _open = [];
    private readonly Lock _lock = new();

    /// <summary>Gets the sessions of the runspace that this thread runs.</summary>
    public static RunspaceSessions Current => ByRunspace.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Gets the session that is used when none is named: the newest that is open.</summary>
    public CatalogSession? Default
    {
        get
        {
            lock (_lock)
            {
                _open.RemoveAll(session => !session.IsConnected);
                return _open.Count > 0 ? _open[^1] : null;
            }
        }
    }

    /// <summary>Gets the open sessions, the default first.</summary>
    public IReadOnlyList<CatalogSession> Open
    {
        get
        {
            lock (_lock)
            {
                _open.RemoveAll(session => !session.IsConnected);
                return [.. Enumerable.Reverse(_open)];
            }
        }
    }

    public static int NextId() => Interlocked.Increment(ref s_lastId);

    /// <summary>Makes a session the default.</summary>
    public void Use(CatalogSession session)
    {
        lock (_lock)
        {
            _open.Remove(session);
            _open.Add(session);
        }
    }
}
