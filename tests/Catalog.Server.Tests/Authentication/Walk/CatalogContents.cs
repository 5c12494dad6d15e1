using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Catalog.Server.Tests.Authentication.Walk;

/// <summary>Everything that a caller could have changed: rows and files, as text that can be compared.</summary>
internal static class CatalogContents
{
    private static readonly string[] Tables =
        ["warehouses", "namespaces", "tables", "organisations", "api_keys", "access_keys", "idempotency", "metric_reports"];

    public static string Of(string dataPath)
    {
        StringBuilder text = new();
        using SqliteConnection connection = new($"Data Source={Path.Combine(dataPath, "catalog.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        foreach (string table in Tables)
        {
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are the constants above.
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
#pragma warning restore CA2100
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                text.Append(CultureInfo.InvariantCulture, $"{table}: ");
                for (int column = 0; column < reader.FieldCount; column++)
                {
                    text.Append(reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column)).Append('|');
                }

                text.AppendLine();
            }
        }

        foreach (string file in Directory.EnumerateFileSystemEntries(Path.Combine(dataPath, "warehouses"), "*", SearchOption.AllDirectories).Order())
        {
            text.AppendLine(file);
        }

        return text.ToString();
    }
}
