using Microsoft.Data.Sqlite;

namespace Catalog.Persistence;

/// <summary>
/// The transaction in which a write runs, alone: nobody else writes to the database meanwhile, in this process or another.
/// It reads what earlier writes of the same batch did.
/// </summary>
public sealed class WriteTransaction : DatabaseSession
{
    internal WriteTransaction(SqliteConnection connection)
        : base(connection)
    {
    }
}
