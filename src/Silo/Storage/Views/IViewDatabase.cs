using System.Data.Common;

namespace JmaActors.Storage.Views;

/// <summary>Runs searches over the views; both databases understand the SQL, apart from what <see cref="ViewDialect"/> writes for them.</summary>
public interface IViewDatabase
{
    ViewDialect Dialect { get; }

    /// <summary>Runs one query, never on a grain's thread, and reads its rows.</summary>
    Task<T> Query<T>(ViewQuery query, Func<DbDataReader, T> read, CancellationToken ct);
}
