using System.Text;

namespace JmaActors.Storage.Views;

/// <summary>A query under construction: text and named parameters. A condition not asked for is not written.</summary>
public sealed class ViewQuery(string sql)
{
    readonly StringBuilder text = new(sql);
    bool hasWhere;

    public string Sql => text.ToString();

    /// <summary>Values of the parameters: text, long, or arrays of them.</summary>
    public Dictionary<string, object> Values { get; } = [];

    public ViewQuery Where(string condition)
    {
        text.Append(hasWhere ? " AND " : " WHERE ").Append(condition);
        hasWhere = true;
        return this;
    }

    public ViewQuery With(string name, object value)
    {
        Values[name] = value;
        return this;
    }

    /// <summary>Ends the query: grouping, order, limit.</summary>
    public ViewQuery Then(string tail)
    {
        text.Append(' ').Append(tail);
        return this;
    }
}
