using JmaActors.Enrolments;
using JmaActors.Ledgers;
using JmaActors.Training;
using Orleans.Concurrency;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A sign-up that takes everything and keeps what it was asked.</summary>
sealed class FakeEnrolment(ProgramId id, AssociationId host) : IEnrolmentGrain
{
    static readonly DateTimeOffset Morning = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(9));

    public List<object> Asked { get; } = [];

    public Refusal? Refuses { get; set; }

    public Task<Answer<EnrolmentOffer>> SetTerms(SetEnrolmentTerms command, CancellationToken ct)
    {
        Asked.Add(command);
        return Task.FromResult(new Answer<EnrolmentOffer>(new EnrolmentOffer(id, host, command.Terms, 1, null, 0, 0, 1), null, 1, false));
    }

    public Task<Answer<EnrolmentPlace>> SignUp(SignUp command, CancellationToken ct) => Done(command, command.Member);

    public Task<Answer<EnrolmentPlace>> Cancel(CancelSignUp command, CancellationToken ct) => Done(command, command.Member);

    public Task<Answer<EnrolmentPlace>> Add(AddAttendee command, CancellationToken ct) => Done(command, command.Member);

    public Task<Answer<EnrolmentPlace>> RecordPayment(RecordPayment command, CancellationToken ct) => Done(command, command.Member);

    public Task<Answer<EnrolmentPlace>> RecordRefund(RecordRefund command, CancellationToken ct) => Done(command, command.Member);

    public Task<Answer<EnrolmentPlace>> VoidEntry(VoidEntry command, CancellationToken ct) => Done(command, command.Member);

    public Task<EnrolmentOffer?> Read(Caller caller, CancellationToken ct) => Task.FromResult<EnrolmentOffer?>(null);

    public Task<EnrolmentFigures?> Figures(Caller caller, CancellationToken ct) =>
        Task.FromResult<EnrolmentFigures?>(new EnrolmentFigures(1, 0, 0, 0, 0, 0, 0, 0, 0, new Yen(5_000), new Yen(3_000), 1, 1));

    public Task<EnrolmentPlace?> Place(MemberId member, Caller caller, CancellationToken ct) => Task.FromResult<EnrolmentPlace?>(Of(member));

    public Task Wake(CancellationToken ct) => Task.CompletedTask;

    public Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct) => throw new NotSupportedException();

    Task<Answer<EnrolmentPlace>> Done(object command, MemberId member)
    {
        Asked.Add(command);
        return Task.FromResult(new Answer<EnrolmentPlace>(Refuses is null ? Of(member) : null, Refuses, Asked.Count, false));
    }

    static EnrolmentPlace Of(MemberId member) => new(
        member, EnrolmentStanding.Confirmed, EnrolmentMode.Hall, 1, 1, 0, 0, ChildcareStanding.None, false, false,
        new EnrolmentPrice(new Yen(3_000), EnrolmentTariff.Member, EnrolmentCircle.HostMembers), new Yen(3_000), new Yen(3_000), Morning, null,
        new Verdict("member-price", Mark.Ok, new Words("w", "w"), [], [], null, new DateOnly(2026, 11, 23), ""),
        [new EnrolmentEntry(1, EnrolmentEntryKind.Payment, member, new Yen(3_000), PaymentMethod.Cash, new DateOnly(2026, 11, 23), "", "", Morning, null)], 1);
}


/// <summary>Two pages of one attendee each.</summary>
sealed class FakeEnrolmentList : IEnrolmentListGrain
{
    static readonly DateTimeOffset Morning = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(9));

    public List<AttendeeQuery> Asked { get; } = [];

    /// <summary>The name on the second page.</summary>
    public string Second { get; set; } = "=HYPERLINK(1)";

    public Task<AttendeePage> Attendees(AttendeeQuery query, Caller caller, CancellationToken ct)
    {
        Asked.Add(query);
        var (name, next) = query.After is null ? ("見本, 太郎", "2") : (Second, (string?)null);
        return Task.FromResult(new AttendeePage(
            [new AttendeeLine(
                new MemberId(1_000_000_001), name, "ミホン", "123", EnrolmentStanding.Confirmed, EnrolmentMode.Web, 1, 1, 0, ChildcareStanding.None, false, false,
                EnrolmentTariff.Member, new Yen(3_000), new Yen(-500), Morning, true)],
            next));
    }

    public Task<MemberEnrolmentPage> OfMember(MemberId member, string? after, int size, Caller caller, CancellationToken ct) => Task.FromResult(new MemberEnrolmentPage([], null));
}
