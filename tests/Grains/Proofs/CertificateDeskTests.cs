using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Proofs;
using JmaActors.Tests.Grains.Members;
using JmaActors.Tests.Grains.Training;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Proofs;

/// <summary>Certificates from real sessions and ledgers; the clock is the test's.</summary>
public sealed class CertificateDeskTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    static readonly string Digest = new('a', 64);

    static CancellationToken Ct => TimedHouse.Ct;

    ICertificateDeskGrain Desk => house.Grains.GetGrain<ICertificateDeskGrain>(0);

    DateOnly Today => JmaActors.Time.Tokyo.DateOf(house.Clock.GetUtcNow());

    [Fact]
    public async Task Before_the_roll_is_confirmed_there_is_no_certificate_and_nothing_is_kept()
    {
        var sitting = await house.Open(false, (0, 30, 1));
        var (id, card) = await house.Somebody();
        await sitting.Tap(card);

        Assert.Equal("not-confirmed", (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Refusal?.Reason);
        Assert.Equal("nothing-posted", (await Desk.Transcript(id, Today, Caller.System, Ct)).Refusal?.Reason);
    }

    [Fact]
    public async Task A_confirmed_session_certifies_what_each_talk_earned_and_asking_again_gives_the_same_certificate()
    {
        var (id, sitting) = await Attended();

        var first = await Desk.Attendance(id, sitting.Id, Caller.System, Ct);
        house.Pass(3 * 60);
        var again = await Desk.Attendance(id, sitting.Id, Caller.System, Ct);

        Assert.Null(first.Refusal);
        var content = first.Value!;
        Assert.Equal(("Seminar", "Hall", "見本 花子", id), (content.Title, content.Place, content.Holder.Name, content.Holder.Member));
        Assert.Equal([(1, 30, "0.5"), (2, 30, "0.5")], content.Talks.Select(t => (t.No, t.Minutes, t.Lines.Single().Units.ToString())));
        Assert.Equal((CreditScheme.Cme, Units.Of(1m), 2), content.Totals.Select(t => (t.Scheme, t.Units, t.Entries)).Single());
        Assert.Equal((content.Code, content.Issued, true), (again.Value!.Code, again.Value.Issued, again.Repeat));
        Assert.DoesNotContain(await house.History($"certificate/{content.Code}"), line => line.Contains("見本", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_not_there_or_earned_nothing_gets_none()
    {
        var (_, sitting) = await Attended();
        var (other, _) = await house.Somebody();
        Assert.Equal("not-attended", (await Desk.Attendance(other, sitting.Id, Caller.System, Ct)).Refusal?.Reason);
        var nobody = await Desk.Attendance(People.Someone(), sitting.Id, Caller.System, Ct);
        Assert.Equal((null, null), (nobody.Value, nobody.Refusal));
        var nowhere = await Desk.Attendance(other, new SessionId("P26-20261123-NONE.1"), Caller.System, Ct);
        Assert.Equal((null, null), (nowhere.Value, nowhere.Refusal));
    }

    [Fact]
    public async Task It_verifies_by_code_and_file_shows_no_whole_name_and_another_file_is_altered()
    {
        var (id, sitting) = await Attended();
        var code = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code;
        await Certificate(code).RecordFile(new RecordFile(Digest, Caller.System), Ct);

        var verified = await Desk.Verify(code, null, Ct);

        Assert.Equal((ProofOutcome.Valid, "見＊＊　花＊＊", false, true), (verified.Outcome, verified.Holder, verified.Reworded, verified.Demonstration));
        Assert.Equal(("Seminar", Units.Of(1m)), (verified.Claim!.Title, verified.Claim.Units.Single().Units));
        Assert.Equal(ProofOutcome.Valid, (await Desk.Verify(code, Digest, Ct)).Outcome);
        Assert.Equal(ProofOutcome.Altered, (await Desk.Verify(code, new string('b', 64), Ct)).Outcome);
        var unknown = await Desk.Verify(CertificateCode.From(new byte[CertificateCode.SeedBytes]), null, Ct);
        Assert.Equal((ProofOutcome.Unknown, null), (unknown.Outcome, unknown.Claim));
    }

    [Fact]
    public async Task Revoked_it_verifies_no_more_and_is_not_handed_out_again()
    {
        var (id, sitting) = await Attended();
        var code = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code;
        await Certificate(code).RecordFile(new RecordFile(Digest, Caller.System), Ct);
        Assert.True((await Certificate(code).Revoke(new RevokeCertificate("issued to the wrong person", Caller.System), Ct)).Accepted);

        Assert.Equal(ProofOutcome.Revoked, (await Desk.Verify(code, null, Ct)).Outcome);
        Assert.Equal(ProofOutcome.Revoked, (await Desk.Verify(code, Digest, Ct)).Outcome);
        Assert.Equal(ProofOutcome.Altered, (await Desk.Verify(code, new string('b', 64), Ct)).Outcome);
        Assert.Equal("certificate-revoked", (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Refusal?.Reason);
        Assert.True((await Certificate(code).Revoke(new RevokeCertificate("again", Caller.System), Ct)).Repeat);
    }

    [Fact]
    public async Task Revoked_it_is_not_had_in_other_words_and_what_was_had_in_other_words_is_revoked_too()
    {
        var (id, sitting) = await Attended();
        var first = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code;
        await Rename(id, "first");
        var second = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code;
        Assert.True((await Certificate(second).Revoke(new RevokeCertificate("issued by mistake", Caller.System), Ct)).Accepted);

        await Rename(id, "second", "高橋 花子");
        Assert.Equal("certificate-revoked", (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Refusal?.Reason);
        var verified = await Desk.Verify(first, null, Ct);
        Assert.Equal((ProofOutcome.Revoked, true), (verified.Outcome, verified.Revoked is not null));
        Assert.Null((await Desk.Transcript(id, Today, Caller.System, Ct)).Refusal);
    }

    [Fact]
    public async Task Revoked_by_mistake_it_is_issued_again_with_another_code_and_the_old_one_stays_revoked()
    {
        var (id, sitting) = await Attended();
        var before = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!;
        Assert.Equal("not-revoked", (await Desk.Reissue(before.Code, "mistake", Caller.System, Ct)).Refusal?.Reason);
        await Certificate(before.Code).Revoke(new RevokeCertificate("wrong person", Caller.System), Ct);
        Assert.Equal("no-reason", (await Desk.Reissue(before.Code, " ", Caller.System, Ct)).Refusal?.Reason);

        Assert.Equal(1, (await Desk.Reissue(before.Code, "it was the right person", Caller.System, Ct)).Value!.Revision);
        Assert.True((await Desk.Reissue(before.Code, "again", Caller.System, Ct)).Repeat);
        var after = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!;

        Assert.Equal((null, 1), (before.Revision, after.Revision));
        Assert.NotEqual(before.Code, after.Code);
        Assert.Equal(after.Code, (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code);
        Assert.Equal((ProofOutcome.Revoked, ProofOutcome.Valid), ((await Desk.Verify(before.Code, null, Ct)).Outcome, (await Desk.Verify(after.Code, null, Ct)).Outcome));
        Assert.False((await Desk.Verify(after.Code, null, Ct)).Reworded);
        Assert.Equal((after.Code, null), ((await Desk.Verify(before.Code, null, Ct)).ReplacedBy, (await Desk.Verify(after.Code, null, Ct)).ReplacedBy));
        Assert.Equal("not-issued", (await Desk.Reissue(CertificateCode.From(new byte[CertificateCode.SeedBytes]), "x", Caller.System, Ct)).Refusal?.Reason);
    }

    Task Rename(MemberId id, string key, string name = "髙橋 花子") => house.Grains.GetGrain<IMemberGrain>(id.Number).ChangeProfile(
        new ChangeProfile(key, People.Person(name: name, kana: "タカハシ ハナコ"), null, People.From, "name", Caller.System), Ct);

    [Fact]
    public async Task A_correction_supersedes_what_was_issued_and_the_next_certificate_is_another()
    {
        var (id, sitting) = await Attended();
        var before = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!;
        var transcript = (await Desk.Transcript(id, Today, Caller.System, Ct)).Value!;
        Assert.True((await house.Credits(id).Settle(new SettleCredit($"{sitting.Id}/2", false, "left the hall", Caller.System), Ct)).Accepted);

        Assert.Equal(ProofOutcome.Superseded, (await Desk.Verify(before.Code, null, Ct)).Outcome);
        Assert.Equal(ProofOutcome.Superseded, (await Desk.Verify(transcript.Code, null, Ct)).Outcome);
        var after = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!;
        Assert.NotEqual(before.Code, after.Code);
        Assert.Equal(Units.Of(0.5m), after.Totals.Single().Units);
        Assert.Equal(ProofOutcome.Valid, (await Desk.Verify(after.Code, null, Ct)).Outcome);

        await house.Credits(id).Settle(new SettleCredit($"{sitting.Id}/1", false, "left the hall", Caller.System), Ct);
        Assert.Equal("nothing-posted", (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Refusal?.Reason);
        Assert.Equal(ProofOutcome.Superseded, (await Desk.Verify(after.Code, null, Ct)).Outcome);
    }

    [Fact]
    public async Task What_was_issued_is_listed_with_how_it_stands_from_the_first_issue_to_the_last_correction()
    {
        var (id, sitting) = await Attended();
        Assert.Empty(await Desk.Issued(id, null, Caller.System, Ct));
        var first = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code;
        Assert.Equal([(first, CertificateStanding.Current)], await Listed());

        // The roll is decided anew after it was confirmed: the second talk was not attended.
        Assert.True((await sitting.Session.Decide(new DecideAttendance(id, 2, RollVerdict.Deny, "left the hall", Caller.System), Ct)).Accepted);
        await sitting.Earned(id, 2, CreditState.Voided, 0.5m);
        Assert.Equal([(first, CertificateStanding.Changed)], await Listed());
        var unreplaced = await Desk.Verify(first, null, Ct);
        Assert.Equal((ProofOutcome.Superseded, null), (unreplaced.Outcome, unreplaced.ReplacedBy));

        house.Pass(1);
        var second = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code;
        Assert.Equal([(second, CertificateStanding.Current)], await Listed());
        Assert.Equal(second, (await Desk.Verify(first, null, Ct)).ReplacedBy);

        await Certificate(second).Revoke(new RevokeCertificate("wrong person", Caller.System), Ct);
        Assert.Equal([(second, CertificateStanding.Revoked)], await Listed());
        Assert.Null((await Desk.Verify(first, null, Ct)).ReplacedBy);
        await Desk.Reissue(second, "it was the right person", Caller.System, Ct);
        Assert.Equal([(second, CertificateStanding.Reissuable)], await Listed());
        var third = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code;
        Assert.Equal([(third, CertificateStanding.Current)], await Listed());
        Assert.Equal((third, third), ((await Desk.Verify(first, null, Ct)).ReplacedBy, (await Desk.Verify(second, null, Ct)).ReplacedBy));

        await sitting.Session.Decide(new DecideAttendance(id, 1, RollVerdict.Deny, "left the hall", Caller.System), Ct);
        await sitting.Earned(id, 1, CreditState.Voided, 0.5m);
        Assert.Equal([(third, CertificateStanding.Gone)], await Listed());
        Assert.Empty(await Desk.Issued(id, new SessionId("P26-20261123-NONE.1"), Caller.System, Ct));

        async Task<IEnumerable<(CertificateCode, CertificateStanding)>> Listed() => (await Desk.Issued(id, sitting.Id, Caller.System, Ct)).Select(c => (c.Code, c.Standing));
    }

    [Fact]
    public async Task A_new_name_leaves_the_old_certificate_valid_and_says_that_it_is_worded_otherwise()
    {
        var (id, sitting) = await Attended();
        var before = (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code;
        var member = house.Grains.GetGrain<IMemberGrain>(id.Number);
        await member.ChangeProfile(new ChangeProfile("marriage", People.Person(name: "髙橋 花子", kana: "タカハシ ハナコ"), null, People.From, "name", Caller.System), Ct);

        var verified = await Desk.Verify(before, null, Ct);

        Assert.Equal((ProofOutcome.Valid, true, "髙＊＊　花＊＊"), (verified.Outcome, verified.Reworded, verified.Holder));
        Assert.NotEqual(before, (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code);
    }

    [Fact]
    public async Task A_number_that_was_merged_is_given_nothing_new_and_what_it_was_given_is_judged_by_its_entries_also_when_erased()
    {
        var (id, sitting) = await Attended();
        var (stays, _) = await house.Somebody();
        var (attendance, transcript) = ((await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Value!.Code, (await Desk.Transcript(id, Today, Caller.System, Ct)).Value!.Code);
        var step = new MergeStep($"{stays}-{id}#1", stays, id, MergeFields.None, "同一人", Caller.System);
        Assert.True((await house.Grains.GetGrain<IMergingMemberGrain>(stays.Number).TakeIn(step, Ct)).Accepted);
        Assert.True((await house.Grains.GetGrain<IMergingMemberGrain>(id.Number).GoInto(step, Ct)).Accepted);
        Assert.Equal("already-merged", (await Desk.Transcript(id, Today, Caller.System, Ct)).Refusal?.Reason);
        Assert.Equal("already-merged", (await Desk.Attendance(id, sitting.Id, Caller.System, Ct)).Refusal?.Reason);
        foreach (var code in new[] { attendance, transcript }) Assert.Equal((ProofOutcome.Valid, false), await Outcome(code));

        Assert.True((await house.Grains.GetGrain<IErasureGrain>(id.Number).Erase(new ErasePerson(Caller.System, stays), Ct)).Accepted);
        foreach (var code in new[] { attendance, transcript }) Assert.Equal((ProofOutcome.Valid, true), await Outcome(code));

        Assert.True((await house.Grains.GetGrain<ICreditLedgerGrain>(id.Number).Settle(new SettleCredit($"{sitting.Id}/1", false, "誤り", Caller.System), Ct)).Accepted);
        foreach (var code in new[] { attendance, transcript }) Assert.Equal((ProofOutcome.Superseded, false), await Outcome(code));

        async Task<(ProofOutcome, bool)> Outcome(CertificateCode code) => await Desk.Verify(code, null, Ct) is var verified ? (verified.Outcome, verified.Reworded) : default;
    }

    [Fact]
    public async Task A_transcript_lists_everything_posted_up_to_its_date_by_year_and_later_entries_do_not_touch_it()
    {
        var (id, _) = await Attended();
        var ledger = house.Credits(id);
        foreach (var (key, date, units) in ((string, DateOnly, decimal)[])[("a", new(2025, 3, 31), 1m), ("b", new(2025, 4, 1), 1.5m), ("c", new(2026, 10, 1), 0.5m)])
        {
            Assert.True((await ledger.Accrue(new AccrueCredit(key, CreditMethod.HandsOn, new(9), Units.Of(units), date, "Hands-on", true, Caller.System), Ct)).Accepted);
        }
        await ledger.Accrue(new AccrueCredit("pending", CreditMethod.HandsOn, new(10), Units.Of(5m), new(2026, 10, 1), "Hands-on", false, Caller.System), Ct);

        var all = (await Desk.Transcript(id, Today, Caller.System, Ct)).Value!;
        var early = (await Desk.Transcript(id, new DateOnly(2026, 4, 30), Caller.System, Ct)).Value!;

        var scheme = Assert.Single(all.Schemes);
        Assert.Equal([(2026, "1.5"), (2025, "1.5"), (2024, "1.0")], scheme.Years.Select(y => (y.Year.Year, y.Units.ToString())));
        Assert.Equal((Units.Of(4m), 3, 7m, 60m), (all.Cme!.Units, all.Cme.Codes, all.Cme.Total, all.Cme.Target));
        Assert.Equal((Units.Of(2.5m), 3.5m), (early.Schemes.Single().Units, early.Cme!.Total));

        await ledger.Accrue(new AccrueCredit("later", CreditMethod.HandsOn, new(11), Units.Of(1m), new(2026, 11, 1), "Hands-on", true, Caller.System), Ct);
        Assert.Equal(ProofOutcome.Valid, (await Desk.Verify(early.Code, null, Ct)).Outcome);
        Assert.Equal(ProofOutcome.Superseded, (await Desk.Verify(all.Code, null, Ct)).Outcome);
    }

    ICertificateGrain Certificate(CertificateCode code) => house.Grains.GetGrain<ICertificateGrain>(code.Text);

    /// <summary>Somebody who sat through two talks of a session whose roll is confirmed, and whose ledger has heard of it.</summary>
    async Task<(MemberId Id, Sitting Sitting)> Attended()
    {
        var sitting = await house.Open(false, (-60, -30, 1), (-30, 0, 74));
        var (id, card) = await house.Somebody();
        await sitting.Session.Tap(sitting.Card(card, TapDirection.In) with { At = house.Clock.GetUtcNow().AddMinutes(-60) }, Ct);
        await sitting.Session.Close(Caller.System, Ct);
        Assert.True((await sitting.Session.Confirm(Caller.System, Ct)).Accepted);
        await sitting.Earned(id, 2, CreditState.Posted, 0.5m);
        return (id, sitting);
    }
}
