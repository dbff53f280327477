using System.Globalization;
using JmaActors.Directory;
using JmaActors.Members;

namespace JmaActors.Storage.Views;

/// <summary>Measures of a person's row, the table <c>p</c>, as SQL. Numbers are written into the text: they come from the house, or were read as numbers.</summary>
static class MeasureSql
{
    /// <summary>The table that holds a person's row.</summary>
    public static string Table(ViewDialect dialect) => dialect.Table(MemberViews.People.Table);

    public static string Of(Measure measure, int fiscalYear) => measure switch
    {
        Measure.Column column => $"p.{column.Name}",
        Measure.OfYear year => $"CASE {Number(fiscalYear)} - p.{year.Year} WHEN 0 THEN p.{year.Now} WHEN 1 THEN p.{year.Next} WHEN 2 THEN p.{year.Last} ELSE 0 END",
        Measure.Less less => $"({Of(less.From, fiscalYear)}) - ({Of(less.Taken, fiscalYear)})",
        _ => throw new InvalidOperationException($"{measure.GetType().Name} is no measure."),
    };

    /// <summary>The measure lies in any of the ranges.</summary>
    public static string In(Measure measure, IReadOnlyList<Choice> choices, int fiscalYear)
    {
        var sql = Of(measure, fiscalYear);
        return choices.All(c => c.From == c.To)
            ? $"({sql}) IN ({string.Join(", ", choices.Select(c => Number(c.From)))})"
            : $"({string.Join(" OR ", choices.Select(c => $"({sql}) BETWEEN {Number(c.From)} AND {Number(c.To)}"))})";
    }

    /// <summary>Which choice it is, from 0; their number where it is none.</summary>
    public static string Index(Measure measure, IReadOnlyList<Choice> choices, int fiscalYear)
    {
        var sql = Of(measure, fiscalYear);
        var cases = choices.All(c => c.From == c.To)
            ? $"{(measure is Measure.Column ? sql : $"({sql})")} {string.Join(' ', choices.Select((c, i) => $"WHEN {Number(c.From)} THEN {Number(i)}"))}"
            : string.Join(' ', choices.Select((c, i) => $"WHEN ({sql}) BETWEEN {Number(c.From)} AND {Number(c.To)} THEN {Number(i)}"));
        return $"CASE {cases} ELSE {Number(choices.Count)} END";
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
