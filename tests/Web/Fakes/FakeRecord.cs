using JmaActors.Members;
using JmaActors.Records;

namespace JmaActors.Tests.Web.Fakes;

/// <summary>A record of one line that keeps what it was asked.</summary>
sealed class FakeRecord : IRecordGrain
{
    static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    public List<RecordQuery> Asked { get; } = [];

    public Refusal? Refuses { get; set; }

    public Task<Answer<RecordPage>> History(RecordQuery query, Caller caller, CancellationToken ct)
    {
        Asked.Add(query);
        var line = new RecordLine(
            "credits", "credits/1000000001", 3, "credit-corrected", Noon, new DateOnly(2026, 4, 1), Caller.Office(AssociationId.Local(26, 3)), "cme-2025", "講演", "misread",
            [new RecordChange("units", "1", "2")], Corrects: 1);
        return Task.FromResult(new Answer<RecordPage>(Refuses is null ? new RecordPage([line], "next") : null, Refuses, 0, false));
    }

    public Task<Answer<RecordAsOf>> ReadAsOf(RecordAsOfQuery query, Caller caller, CancellationToken ct) => AsOf(query.Member, query.On, caller, ct);

    public Task<Answer<RecordAsOf>> AsOf(MemberId member, DateOnly on, Caller caller, CancellationToken ct)
    {
        var reading = new RecordReading(null, null, null, Membership.None, []);
        return Task.FromResult(new Answer<RecordAsOf>(Refuses is null ? new RecordAsOf(member, on, reading, reading, false) : null, Refuses, 0, false));
    }
}
