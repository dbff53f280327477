using JmaActors.Credits;
using JmaActors.Disputes;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Disputes;

/// <summary>A member says that something recorded is wrong; the office answers and decides; what either wrote is sealed under the member's key.</summary>
public class DisputeTests(SharedHouse shared)
{
    static readonly AssociationId Office = AssociationId.Local(26, 7);
    static readonly Caller Clerk = Caller.Office(Office);

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    ICreditLedgerGrain Credits(MemberId id) => grains.GetGrain<ICreditLedgerGrain>(id.Number);

    async Task<(MemberId Id, IDisputeGrain Case)> Somebody(bool registered = true)
    {
        var id = People.Someone();
        if (registered) await grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(), Ct);
        return (id, grains.GetGrain<IDisputeGrain>(new DisputeId(id, "a").Text));
    }

    static OpenDispute Open(MemberId id, string words = "出席しました。会場を出たのは終了後です。") => new(DisputeSubject.Report, "k", words, Office, Caller.Member(id));

    static DecideDispute Decide(bool upheld) => new(upheld, "確認しました", Clerk);

    [Fact]
    public async Task A_case_is_opened_answered_corrected_and_upheld_with_the_correction_named()
    {
        var (id, dispute) = await Somebody();
        await Credits(id).Accrue(new AccrueCredit("k", CreditMethod.Paper, new CurriculumCode(20), Units.Of(1m), new DateOnly(2026, 5, 1), "Paper", true, Clerk), Ct);
        var opened = (await dispute.Open(Open(id), Ct)).Value!;
        Assert.Equal((DisputeStatus.Open, Office, DateOnly.FromDateTime(opened.Opened.UtcDateTime.AddHours(9)).AddDays(30)), (opened.Status, opened.Office, opened.Due));
        Assert.True((await dispute.Open(Open(id), Ct)).Repeat);

        Assert.Equal(DisputeStatus.Answered, (await dispute.Say(new SayDispute("1", "調べています", true, Clerk), Ct)).Value!.Status);
        Assert.Equal(DisputeStatus.Open, (await dispute.Say(new SayDispute("2", "お願いします", false, Caller.Member(id)), Ct)).Value!.Status);
        Assert.True((await dispute.Say(new SayDispute("2", "お願いします", false, Caller.Member(id)), Ct)).Repeat);

        Assert.Equal("not-corrected", (await dispute.Decide(Decide(true), Ct)).Refusal?.Reason);
        await Credits(id).Settle(new SettleCredit("k", false, "誤記", Clerk), Ct);
        var decided = (await dispute.Decide(Decide(true), Ct)).Value!;
        Assert.Equal((DisputeStatus.Upheld, $"credits/{id}@2", 4), (decided.Status, decided.Correction, decided.Lines.Count));
        Assert.Equal(["出席しました。会場を出たのは終了後です。", "調べています", "お願いします", "確認しました"], decided.Lines.Select(l => l.Words));
        Assert.Equal([false, true, false, true], decided.Lines.Select(l => l.ByOffice));
        Assert.True((await dispute.Decide(Decide(true), Ct)).Repeat);
        Assert.Equal("not-open-case", (await dispute.Decide(Decide(false), Ct)).Refusal?.Reason);
        Assert.Equal("not-open-case", (await dispute.Say(new SayDispute("3", "x", false, Caller.Member(id)), Ct)).Refusal?.Reason);
    }

    [Fact]
    public async Task A_case_is_rejected_with_words_or_taken_back()
    {
        var (id, dispute) = await Somebody();
        await dispute.Open(Open(id), Ct);
        Assert.Equal("no-words", (await dispute.Decide(new DecideDispute(false, " ", Clerk), Ct)).Refusal?.Reason);
        Assert.Equal((DisputeStatus.Rejected, null), (await dispute.Decide(Decide(false), Ct)).Value is { } view ? (view.Status, view.Correction) : default);
        Assert.Equal("not-open-case", (await dispute.Withdraw(Caller.Member(id), Ct)).Refusal?.Reason);

        var (other, taken) = await Somebody();
        await taken.Open(Open(other), Ct);
        Assert.Equal(DisputeStatus.Withdrawn, (await taken.Withdraw(Caller.Member(other), Ct)).Value!.Status);
        Assert.True((await taken.Withdraw(Caller.Member(other), Ct)).Repeat);
    }

    [Fact]
    public async Task Nobody_who_is_not_on_record_opens_a_case_and_there_is_none_where_none_was_opened()
    {
        var (id, dispute) = await Somebody(registered: false);
        Assert.Equal("erased", (await dispute.Open(Open(id), Ct)).Refusal?.Reason);
        Assert.Null(await dispute.Read(Caller.System, Ct));
        Assert.Equal("not-open-case", (await dispute.Say(new SayDispute("1", "x", true, Clerk), Ct)).Refusal?.Reason);
    }

    [Fact]
    public async Task What_was_written_stands_sealed_in_the_journal()
    {
        var (id, dispute) = await Somebody();
        await dispute.Open(Open(id, "秘密の言葉"), Ct);
        await dispute.Say(new SayDispute("1", "別の秘密", true, Clerk), Ct);
        var history = await shared.House.Service<IJournalStore>().Read(LedgerNames.Name("dispute", new DisputeId(id, "a").Text), 0, Ct);
        Assert.Equal(2, history.Events.Count);
        foreach (var row in history.Events) Assert.DoesNotContain("秘密", System.Text.Encoding.UTF8.GetString(row.Body), StringComparison.Ordinal);
        Assert.Equal("秘密の言葉", (await dispute.Read(Caller.System, Ct))!.Lines[0].Words);
    }

    [Theory]
    [InlineData("1000000001.a", true)]
    [InlineData("1000000001.A-b_9", true)]
    [InlineData("1000000001.", false)]
    [InlineData("1000000001.a/b", false)]
    [InlineData("100000000.ab", false)]
    [InlineData("0000000001.a", false)]
    public void A_case_has_one_name(string text, bool isCase) => Assert.Equal(isCase, DisputeId.TryParse(text, out _));
}
