using System.Data.Common;

namespace JmaActors.Storage.Views;

/// <summary>The little in which the two databases' SQL differs.</summary>
public abstract class ViewDialect
{
    /// <summary>A view table's full name.</summary>
    public abstract string Table(string name);

    /// <summary>The column's value is one of an array parameter's.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>The column's value is one a query gives, which is run once and first: few or many, it leads.</summary>
    public abstract string InFound(string column, string select);

    /// <summary>The text of a parameter occurs anywhere in the column.</summary>
    public abstract string Contains(string column, string parameter);

    /// <summary>The bytes of a parameter occur anywhere in the column of bytes.</summary>
    public abstract string ContainsBytes(string column, string parameter);

    /// <summary>The same value, but nothing an index could be walked along for.</summary>
    public abstract string Unindexed(string column, JmaActors.Journal.ColumnType type);

    /// <summary>Reads an instant column.</summary>
    public abstract DateTimeOffset Instant(DbDataReader reader, int column);

    /// <summary>Reads a date column that may be empty.</summary>
    public abstract DateOnly? DateOrNull(DbDataReader reader, int column);

    /// <summary>An instant as a parameter value for comparison with an instant column.</summary>
    public abstract object InstantValue(DateTimeOffset instant);
}
