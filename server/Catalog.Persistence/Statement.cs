using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Catalog.Persistence;

/// <summary>
/// A prepared statement that stays with its session. Parameters are numbered from 1, columns from 0. Disposing it makes it
/// ready for the next use; it is not for two uses at the same time.
/// </summary>
/// <remarks>
/// ADO.NET's command, reader and parameter objects cost more than the look-up they carry; a load is one such look-up.
/// SQL is written with <c>$1</c>, <c>$2</c>… in order of first appearance, which PostgreSQL reads in the same way.
/// </remarks>
public sealed class Statement : IDisposable
{
    private const int StackBytes = 256;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private bool _inUse;

    internal Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Binds a whole number.</summary>
    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    /// <summary>Binds a whole number or NULL.</summary>
    public Statement Bind(int index, long? value) => value is { } number ? Bind(index, number) : BindNull(index);

    /// <summary>Binds text or NULL.</summary>
    public Statement Bind(int index, string? value)
    {
        if (value is null)
        {
            return BindNull(index);
        }

        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> bytes = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        int length = Encoding.UTF8.GetBytes(value, bytes);
        Check(raw.sqlite3_bind_text(_statement, index, bytes[..length]));
        return this;
    }

    /// <summary>Binds bytes.</summary>
    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(_statement, index, 0)
            : raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    /// <summary>Binds NULL.</summary>
    public Statement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        int code = raw.sqlite3_step(_statement);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw Failure(code),
        };
    }

    /// <summary>Runs a statement that answers no rows; returns how many rows it changed.</summary>
    public int Execute()
    {
        while (Step())
        {
        }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>Runs a statement that answers no rows; false when it would break a constraint.</summary>
    public bool TryExecute()
    {
        int code = raw.sqlite3_step(_statement);
        return (code & 0xFF) switch
        {
            raw.SQLITE_DONE => true,
            raw.SQLITE_CONSTRAINT => false,
            _ => throw Failure(code),
        };
    }

    /// <summary>A column as a whole number.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A column as text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A column as text, null for NULL.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A column's bytes, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Whether a column is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The answer repeats the error of the last step, which was thrown there.
        _ = raw.sqlite3_reset(_statement);
        _inUse = false;
    }

    internal Statement Take()
    {
        if (_inUse)
        {
            throw new InvalidOperationException("The statement is in use: " + raw.sqlite3_sql(_statement).utf8_to_string());
        }

        _inUse = true;
        return this;
    }

    internal int TryStep() => raw.sqlite3_step(_statement);

    internal void Reset() => _ = raw.sqlite3_reset(_statement);

    internal void Close()
    {
        _statement.Dispose();
    }

    internal SqliteException Failure(int code) =>
        new(raw.sqlite3_errmsg(_database).utf8_to_string(), code & 0xFF, raw.sqlite3_extended_errcode(_database));

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }
}
