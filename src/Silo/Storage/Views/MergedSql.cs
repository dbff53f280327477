namespace JmaActors.Storage.Views;

/// <summary>One person's records where several were merged.</summary>
static class MergedSql
{
    /// <summary>A place in a list that may hold two rows of one thing, each under a number of its own.</summary>
    public static string Place(string thing, string number) => $"{thing} || '/' || {number}";

    public static string Place(string thing, long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{thing}/{number}");

    /// <summary>The numbers of a person, given as <c>@member</c>: the own one and those of records merged into it.</summary>
    public static string Numbers(ViewDialect dialect) => $"SELECT @member UNION ALL SELECT g.member_id FROM {dialect.Table("member_merged")} g WHERE g.merged_into = @member";
}
