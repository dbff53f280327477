using System.Data.Common;

namespace JmaActors.Storage.Views;

/// <summary>Reads result rows.</summary>
static class Rows
{
    public static List<T> List<T>(DbDataReader reader, Func<DbDataReader, T> row)
    {
        List<T> rows = [];
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public static Dictionary<TKey, T> ByKey<TKey, T>(DbDataReader reader, Func<DbDataReader, TKey> key, Func<DbDataReader, T> row)
        where TKey : notnull
    {
        Dictionary<TKey, T> rows = [];
        while (reader.Read()) rows[key(reader)] = row(reader);
        return rows;
    }

    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? IntOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
