namespace JmaActors.Credits;

/// <summary>What counted time is worth.</summary>
/// <param name="Step">Counted time of one step.</param>
/// <param name="StepUnits">Units of one step.</param>
/// <param name="OddMinutes">How minutes short of a full step are treated.</param>
public readonly record struct UnitScale(TimeSpan Step, Units StepUnits, OddMinutes OddMinutes)
{
    /// <summary>Units of an amount of counted time.</summary>
    public Units Of(TimeSpan counted) => OddMinutes switch
    {
        OddMinutes.Floor => new Units((int)(counted.Ticks / Step.Ticks) * StepUnits.Tenths),
        _ => throw new InvalidOperationException($"No rule for odd minutes: {OddMinutes}."),
    };
}
