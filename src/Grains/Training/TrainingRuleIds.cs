namespace JmaActors.Training;

/// <summary>Ids of the rules of programs that hold for all schemes, as rows of seeds/policy/training.json and refusals name them.</summary>
public static class TrainingRuleIds
{
    public const string CountedTime = "training.counted-time";
    public const string Lecture = "training.lecture";
    public const string OfferOnce = "training.offer-once";
    public const string KnownOffer = "training.known-offer";
    public const string Application = "training.application";
    public const string CourseFeeTax = "training.course-fee-tax";
}
