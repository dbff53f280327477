namespace JmaActors.Storage.Views;

/// <summary>One person's records where several were merged.</summary>
static class MergedSql
{
    /// <summary>The numbers of a person, given as <c>@member</c>: the own one and those of records merged into it.</summary>
    public static string Numbers(ViewDialect dialect) => $"SELECT @member UNION ALL SELECT g.member_id FROM {dialect.Table("member_merged")} g WHERE g.merged_into = @member";
}
