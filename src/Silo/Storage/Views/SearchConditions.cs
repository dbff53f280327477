using System.Globalization;
using JmaActors.Directory;
using JmaActors.Members;
using static JmaActors.Storage.Views.MeasureSql;

namespace JmaActors.Storage.Views;

/// <summary>What must hold of a person's row, the table <c>p</c>: scope, text and terms as conditions.</summary>
/// <param name="dialect">Whose SQL.</param>
/// <param name="search">What is sought.</param>
/// <param name="text">How its text is to be taken.</param>
sealed class SearchConditions(ViewDialect dialect, Search search, TextMeaning text)
{
    /// <summary>Above every character that can follow a prefix.</summary>
    const string Last = "\U0010FFFF";

    readonly int year = search.Moment.FiscalYear;

    /// <summary>A set that was found leads to the people; another beside it is asked about each of them. So an instance serves one query.</summary>
    bool led;

    /// <summary>True when an index leads to few people, so that there is no point in walking in order of the list.</summary>
    public bool Narrow => search.Only is not null || !search.Sought.Text.IsEmpty || search.Scope is { SeenFrom.Layer: AssociationLayer.Local } || search.Scope.Self is not null
        || search.Sought.Within is { Layer: AssociationLayer.Local } || search.Sought.Terms.Any(t => t is MetText or MetRowDates or MetRowRange or MetKinds { None: false });

    /// <summary>Adds everything.</summary>
    public ViewQuery AddAll(ViewQuery sql) => Terms(Text(Scope(sql)), search.Sought.Terms);

    /// <summary>Adds all but the choices of facets, which are counted.</summary>
    public ViewQuery AddNarrowing(ViewQuery sql) => Terms(Text(Scope(sql)), search.Sought.Narrowing);

    ViewQuery Scope(ViewQuery sql)
    {
        if (search.Only is { } only) sql.Where(dialect.In("p.member_id", "@only")).With("only", only.ToArray());
        return sql.Where("p.person_version > 0").PersonSeenBy(search.Scope);
    }

    ViewQuery Text(ViewQuery sql)
    {
        if (search.Sought.Text.IsEmpty) return sql;
        if (text.People is { } people)
        {
            led = true;
            return people.Count == 0 ? sql.Where("1 = 0") : sql.Where($"p.member_id IN ({string.Join(", ", people.Select(Number))})");
        }
        sql.Where(Found(Words(dialect, search.Sought.Text.Words.Count, text.Anywhere)));
        return WithWords(sql, search.Sought.Text.Words);
    }

    string Found(string select)
    {
        if (led) return $"p.member_id IN ({select})";
        led = true;
        return dialect.InFound("p.member_id", select);
    }

    /// <summary>People of whom all words hold.</summary>
    public static string Words(ViewDialect dialect, int count, bool anywhere) =>
        string.Join(" INTERSECT ", Enumerable.Range(0, count).Select(i => $"SELECT w{i}.member_id FROM ({Word(dialect, i, anywhere)}) w{i}"));

    /// <summary>People one of whose names begins with word <paramref name="i"/>; with <paramref name="anywhere"/>, in whose name or reading it stands.</summary>
    public static string Word(ViewDialect dialect, int i, bool anywhere)
    {
        var from = $"SELECT n.member_id FROM {dialect.Table("member_name")} n WHERE";
        return anywhere
            ? $"{from} {dialect.Contains("n.name", $"@word{i}")} OR {dialect.Contains("n.kana", $"@word{i}")}"
            : string.Join(" UNION ALL ", Names.Select(c => $"{from} n.{c} >= @word{i} AND n.{c} < @end{i}"));
    }

    static readonly string[] Names = ["name", "kana", "given", "given_kana"];

    public static ViewQuery WithWords(ViewQuery sql, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++) sql.With($"word{i}", words[i]).With($"end{i}", words[i] + Last);
        return sql;
    }

    ViewQuery Terms(ViewQuery sql, IEnumerable<Met> terms)
    {
        // Who is in one session are fewer than who were anywhere within some dates.
        foreach (var term in terms.OrderBy(t => t is MetText ? 0 : 1)) Add(sql, term);
        return sql;
    }

    void Add(ViewQuery sql, Met met)
    {
        switch (met)
        {
            case MetChoice choice:
                sql.Where(In(choice.Term.Measure, choice.Choices, year));
                break;
            case MetRange range:
                var measure = Of(range.Term.Measure, year);
                if (range.From is { } low) sql.Where($"({measure}) >= {Number(low)}");
                if (range.To is { } high) sql.Where($"({measure}) <= {Number(high)}");
                break;
            case MetDates dates:
                if (dates.From is { } from) sql.Where($"p.{dates.Term.Column} >= @{dates.Term.Name}_from").With($"{dates.Term.Name}_from", dialect.InstantValue(from));
                if (dates.Before is { } before) sql.Where($"p.{dates.Term.Column} < @{dates.Term.Name}_before").With($"{dates.Term.Name}_before", dialect.InstantValue(before));
                break;
            case MetWithin within:
                sql.Where($"({string.Join(" OR ", within.Associations.Select(MemberScope.Belongs))})");
                break;
            case MetText rows:
                sql.Where(Found(Rows(rows.Term, $" AND v.{rows.Term.Column} = @{rows.Term.Name}"))).With(rows.Term.Name, rows.Value);
                break;
            case MetRowDates rows:
                sql.Where(Found(RowDates(sql, rows)));
                break;
            case MetRowRange rows:
                sql.Where($"p.member_id IN ({Greatest(rows)})");
                break;
            case MetKinds kinds:
                sql.Where($"({string.Join(" OR ", Kinds(kinds))})");
                break;
            default:
                throw new InvalidOperationException($"{met.GetType().Name} is no term.");
        }
    }

    string RowDates(ViewQuery sql, MetRowDates rows)
    {
        var column = $"{(rows.Term.Through is null ? "v" : "t")}.{rows.Term.Column}";
        var name = rows.Term.Name;
        var conditions = "";
        if (rows.From is { } from)
        {
            conditions += $" AND {column} >= @{name}_from";
            sql.With($"{name}_from", dialect.InstantValue(from));
        }
        if (rows.Before is { } before)
        {
            conditions += $" AND {column} < @{name}_before";
            sql.With($"{name}_before", dialect.InstantValue(before));
        }
        return Rows(rows.Term, conditions);
    }

    /// <summary>People of whose rows the greatest lies in the range, whichever number they stand under.</summary>
    string Greatest(MetRowRange rows)
    {
        var greatest = $"max({Value(rows.Term)})";
        string?[] ends = [rows.From is { } low ? $"{greatest} >= {Number(low)}" : null, rows.To is { } high ? $"{greatest} <= {Number(high)}" : null];
        return $"{Everybody(rows.Term, "")} GROUP BY 1 HAVING {string.Join(" AND ", ends.OfType<string>())}";
    }

    /// <summary>The column as it holds on the day of the search.</summary>
    string Value(RowsTerm term) => term.Monthly is { } from ? $"CASE WHEN {MonthSql.Runs($"v.{from}", search.Moment.On)} THEN v.{term.Column} ELSE 0 END" : $"v.{term.Column}";

    IEnumerable<string> Kinds(MetKinds kinds)
    {
        if (kinds.Kinds.Count > 0) yield return $"p.member_id IN ({Everybody(kinds.Term, $" AND {Meets(kinds)}")})";
        if (kinds.None) yield return $"p.member_id NOT IN ({Everybody(kinds.Term, kinds.Term.Dated ? $" AND v.{kinds.Term.Column} IS NOT NULL" : "")})";
    }

    string Meets(MetKinds kinds)
    {
        var column = Value(kinds.Term);
        if (!kinds.Term.Dated) return $"{column} IN ({string.Join(", ", kinds.Kinds.Select(k => Number(k)))})";
        var today = search.Moment.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return kinds.Kinds.Count > 1 ? $"{column} IS NOT NULL" : $"{column} {(kinds.Kinds[0] == (int)DateSide.Past ? "<" : ">=")} '{today}'";
    }

    /// <summary>People of whom there is such a row, under the own number or under one that was merged into it. In two halves, each with an index when one person is asked about.</summary>
    string Rows(RowsTerm term, string conditions)
    {
        var (table, rest) = Parts(term, conditions);
        return $"SELECT v.member_id FROM {table}{rest} UNION ALL SELECT g.merged_into FROM {dialect.Table("member_merged")} g JOIN {table} ON v.member_id = g.member_id{rest}";
    }

    /// <summary>The same in one go, for when all of them are gone through.</summary>
    string Everybody(RowsTerm term, string conditions)
    {
        var (table, rest) = Parts(term, conditions);
        return $"SELECT coalesce(g.merged_into, v.member_id) FROM {table} LEFT JOIN {dialect.Table("member_merged")} g ON g.member_id = v.member_id{rest}";
    }

    (string Table, string Where) Parts(RowsTerm term, string conditions)
    {
        var through = term.Through is { } view ? $" JOIN {dialect.Table(view.Table)} t ON t.session_id = v.session_id" : "";
        var only = term.Only is var (column, value) ? value ? $"v.{column}" : $"NOT v.{column}" : "v.member_id > 0";
        return ($"{dialect.Table(term.View.Table)} v", $"{through} WHERE {only}{conditions}");
    }
}
