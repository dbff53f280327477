using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>Who did something is stored with it, whole, and an event from before offices had duties reads as it was meant.</summary>
public sealed class CallerStoredTests
{
    public static TheoryData<Caller> Callers =>
    [
        Caller.Office(AssociationId.Jma),
        new Caller("account:7", CallerRole.Office, "26-003", OfficeDuties.Clerk, For: "1000000001"),
        new Caller("account:8", CallerRole.Office, "26", OfficeDuties.Approver | OfficeDuties.Treasurer, Deputy: "account:9"),
        new Caller("account:1", CallerRole.Auditor, "JMA"),
    ];

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_caller_is_read_as_it_was_written(Caller caller)
    {
        var ledger = new StoredLedger<ProbeState, ProbeEvent>(new ProbeLedger(), "1");

        ledger.Do(ProbeLedger.Add, new AddToProbe("once", 1), new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero), caller);

        var (_, meta) = EventCodec.Read(new ProbeLedger().Events, Assert.Single(ledger.Rows));
        Assert.Equal(caller, meta.Caller);
    }
}
