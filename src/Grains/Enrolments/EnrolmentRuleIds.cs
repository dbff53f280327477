namespace JmaActors.Enrolments;

/// <summary>Ids of the rules of sign-up.</summary>
public static class EnrolmentRuleIds
{
    /// <summary>Who may sign up is the host's to say.</summary>
    public const string Audience = "enrolment.audience";

    /// <summary>The price is decided by the membership at sign-up.</summary>
    public const string Price = "enrolment.price";

    /// <summary>Sign-up and cancellation have their time.</summary>
    public const string Period = "enrolment.period";

    /// <summary>What terms must look like.</summary>
    public const string Terms = "enrolment.terms";

    /// <summary>Childcare is for children whose parent is in the hall, as far as there are places.</summary>
    public const string Childcare = "enrolment.childcare";

    /// <summary>Money is counted once and never changed.</summary>
    public const string Payment = "enrolment.payment";
}
