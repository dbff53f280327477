namespace JmaActors.Enrolments;

/// <summary>A circle of people: who may sign up, or who pays the member's price.</summary>
[GenerateSerializer, Alias("enrolment-circle")]
public enum EnrolmentCircle
{
    Everybody = 0,

    /// <summary>Members of the host, at the host's own layer.</summary>
    HostMembers = 1,

    /// <summary>Members of 日本医師会.</summary>
    JmaMembers = 2,
}

/// <summary>What the host asks and offers of who signs up for a program (受講申込).</summary>
/// <param name="Capacity">Places in the hall; null: as many as come.</param>
/// <param name="Web">True: one may take part on the web.</param>
/// <param name="WebCapacity">Places on the web; null: as many as come.</param>
/// <param name="MemberFee">Course fee (受講料) of who belongs to <paramref name="MemberPrice"/>.</param>
/// <param name="OtherFee">Course fee of everybody else.</param>
/// <param name="Opens">From when one may sign up.</param>
/// <param name="Closes">Until when one may sign up.</param>
/// <param name="CancelBy">Until when one may cancel by oneself; the host may at any time.</param>
/// <param name="Who">Who may sign up.</param>
/// <param name="MemberPrice">Who pays <paramref name="MemberFee"/>.</param>
/// <param name="Childcare">Children that can be looked after (託児); 0: none.</param>
/// <param name="WaitingList">True: who comes when all is full waits, and gets the next place in order of arrival.</param>
[GenerateSerializer, Immutable, Alias("enrolment-terms")]
public sealed record EnrolmentTerms(
    [property: Id(0)] int? Capacity,
    [property: Id(1)] bool Web,
    [property: Id(2)] int? WebCapacity,
    [property: Id(3)] Yen MemberFee,
    [property: Id(4)] Yen OtherFee,
    [property: Id(5)] DateTimeOffset Opens,
    [property: Id(6)] DateTimeOffset Closes,
    [property: Id(7)] DateTimeOffset CancelBy,
    [property: Id(8)] EnrolmentCircle Who,
    [property: Id(9)] EnrolmentCircle MemberPrice,
    [property: Id(10)] int Childcare,
    [property: Id(11)] bool WaitingList);

/// <summary>Named limits of sign-up.</summary>
public static class EnrolmentLimits
{
    /// <summary>People one program can hold, waiting ones included.</summary>
    public const int People = Training.TrainingLimits.People;

    /// <summary>Children looked after at one program.</summary>
    public const int Childcare = 300;

    /// <summary>Children one person brings.</summary>
    public const int Children = 10;

    /// <summary>Highest course fee, in yen.</summary>
    public const long Fee = 1_000_000;

    /// <summary>Highest single payment, in yen.</summary>
    public const long Payment = 10_000_000;

    /// <summary>Payments and refunds of one person at one program.</summary>
    public const int EntriesPerPerson = 50;

    /// <summary>Times one person signs up anew or cancels at one program.</summary>
    public const int ChangesPerPerson = 50;

    /// <summary>People who get a place in one decision when a program grows; the others follow in further ones.</summary>
    public const int PlacesAtOnce = 900;

    public const int KeyLength = 100;
    public const int ReferenceLength = 60;
    public const int ReasonLength = 500;

    /// <summary>Lines of one page of attendees or sign-ups.</summary>
    public const int Page = 100;
}
