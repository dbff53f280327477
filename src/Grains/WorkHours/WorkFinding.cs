namespace JmaActors.WorkHours;

/// <summary>One thing a rule found in a physician's hours.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="On">The first day of the month or year, or the day work began.</param>
/// <param name="Place">The workplace it is about; empty when about all of them.</param>
/// <param name="At">The civil minute or, of months and years, the first minute of the day on which it came about.</param>
/// <param name="Minutes">How much there is …</param>
/// <param name="Limit">… and how much there may be, or must be.</param>
/// <param name="Unit">Whether both are minutes, or times.</param>
public sealed record WorkFinding(string Rule, FindingForce Force, DateOnly On, string Place, int At, int Minutes, int Limit, FindingUnit Unit = FindingUnit.Minutes)
{
    /// <summary>What makes two findings the same, whatever their figures.</summary>
    public (string, DateOnly, string) Identity => (Rule, On, Place);

    /// <summary>How far from the limit.</summary>
    public int Distance => Math.Abs(Minutes - Limit);
}
