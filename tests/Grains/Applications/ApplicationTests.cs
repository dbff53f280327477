using JmaActors.Alerts;
using JmaActors.Applications;
using JmaActors.Associations;
using JmaActors.Dues;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Applications;

/// <summary>Applications on real actors and the real journal: from a draft through the offices into the record, and what is tried is what then happens.</summary>
public sealed class ApplicationTests(SharedHouse shared) : IAsyncLifetime
{
    const int First = 801, Most = 120;

    static readonly SemaphoreSlim Once = new(1, 1);
    static int locals = First - 1;
    static bool established;

    readonly IGrainFactory grains = shared.House.Grains;

    static CancellationToken Ct => ActorHouse.Ct;

    static DateOnly Today => PersonRules.Today(TimeProvider.System.GetUtcNow());

    static readonly AssociationId Kyoto = AssociationId.Prefecture(26);

    /// <summary>A local association nobody else is in.</summary>
    static AssociationId Local() => AssociationId.Local(26, Interlocked.Increment(ref locals));

    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync(Ct);
        try
        {
            if (established) return;
            await Task.WhenAll(Enumerable.Range(First, Most).Select(n => AssociationId.Local(26, n)).Select(id => grains.GetGrain<IAssociationGrain>(id.Code).Establish(new EstablishAssociation(id.Code, "", "test", true, Caller.System), Ct)));
            established = true;
        }
        finally
        {
            Once.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    IMemberGrain Record(MemberId id) => grains.GetGrain<IMemberGrain>(id.Number);

    IApplicationGrain Application(MemberId id, string key = "a") => grains.GetGrain<IApplicationGrain>(new ApplicationRef(id, key).Text);

    async Task<MemberId> Somebody(Membership membership)
    {
        var id = People.Someone();
        Assert.True((await Record(id).Register(People.Registration(membership: membership), Ct)).Accepted);
        return id;
    }

    static Membership Whole(AssociationId local, MemberCategory category = MemberCategory.A2B) => new(local, MembershipLayers.All, category);

    static async Task<ApplicationView> Handed(IApplicationGrain application, MemberId id, ApplicationRequest request, string words = "")
    {
        Assert.True((await application.Draft(new DraftApplication(request, words, [], Caller.Member(id)), Ct)).Accepted);
        var answer = await application.Submit(Caller.Member(id), Ct);
        Assert.True(answer.Accepted, $"{answer.Refusal?.Reason} {answer.Refusal?.Detail}");
        return answer.Value!;
    }

    static Task<Answer<ApplicationView>> Say(IApplicationGrain application, AssociationId office, ApplicationWord word, string words = "", string? key = null) =>
        application.Decide(new DecideApplication(key ?? $"{office}-{word}", office, word, words, Caller.Office(office)), Ct);

    static async Task<ApplicationView> Agreed(IApplicationGrain application, ApplicationView view)
    {
        foreach (var step in view.Steps) Assert.True((await Say(application, step.Office, ApplicationWord.Approved, key: $"{step.Office}-{step.Part}")).Accepted);
        return (await Eventually.Be("on record", () => application.Read(null, false, Ct), v => v?.Status == ApplicationStatus.Done, Ct))!;
    }

    [Fact]
    public async Task Three_associations_agree_one_after_the_other_and_the_record_says_so()
    {
        var (local, id) = (Local(), await Somebody(Membership.None));
        var application = Application(id);
        var view = await Handed(application, id, new ApplicationRequest(ApplicationKind.Join, Whole(local), Today, null), "よろしくお願いします");

        Assert.Equal([local, Kyoto, AssociationId.Jma], view.Steps.Select(s => s.Office));
        Assert.Equal(local, view.Waits);
        Assert.Equal("not-your-turn", (await Say(application, Kyoto, ApplicationWord.Approved)).Refusal?.Reason);
        Assert.True((await Say(application, local, ApplicationWord.Approved)).Accepted);
        Assert.True((await Say(application, local, ApplicationWord.Approved)).Repeat);
        Assert.Equal(Membership.None, (await Record(id).Read(Caller.System, Ct))!.Membership);
        Assert.True((await Say(application, Kyoto, ApplicationWord.Approved)).Accepted);
        Assert.True((await Say(application, AssociationId.Jma, ApplicationWord.Approved)).Accepted);

        await Eventually.Be("on record", () => application.Read(null, false, Ct), v => v?.Status == ApplicationStatus.Done, Ct);
        Assert.Equal(Whole(local), (await Record(id).Read(Caller.System, Ct))!.Membership);
        Assert.Equal("よろしくお願いします", (await application.Read(null, false, Ct))!.Words);
        Assert.Equal("not-under-way", (await application.Withdraw(Caller.Member(id), Ct)).Refusal?.Reason);
    }

    [Fact]
    public async Task What_is_returned_and_says_the_same_goes_on_where_it_was_and_what_says_something_else_begins_anew()
    {
        var (local, id) = (Local(), await Somebody(Membership.None));
        var application = Application(id);
        var request = new ApplicationRequest(ApplicationKind.Join, Whole(local), Today, null);
        await Handed(application, id, request);
        Assert.True((await Say(application, local, ApplicationWord.Approved)).Accepted);
        Assert.Equal("no-words", (await Say(application, Kyoto, ApplicationWord.Returned)).Refusal?.Reason);
        Assert.True((await Say(application, Kyoto, ApplicationWord.Returned, "免許証の写しを付けてください")).Accepted);

        Assert.Equal(Kyoto, (await Handed(application, id, request, "付けました")).Waits);
        Assert.True((await Say(application, Kyoto, ApplicationWord.Returned, "区分を確かめてください", "again")).Accepted);
        var anew = await Handed(application, id, request with { Membership = Whole(local, MemberCategory.A2C) });

        Assert.Equal((local, 3), (anew.Waits, anew.Steps.Count(s => s.Word is null)));
        Assert.Equal(["免許証の写しを付けてください", "区分を確かめてください"], anew.Lines.Where(l => l.Word == ApplicationWord.Returned).Select(l => l.Words));
    }

    [Fact]
    public async Task Who_refuses_ends_it_and_the_record_stays()
    {
        var (before, id) = (Whole(Local()), default(MemberId));
        id = await Somebody(before);
        var application = Application(id);
        await Handed(application, id, new ApplicationRequest(ApplicationKind.Leave, MembershipSteps.Left(before, MembershipLayers.Jma), Today, null));

        Assert.Equal("no-words", (await Say(application, AssociationId.Jma, ApplicationWord.Refused)).Refusal?.Reason);
        Assert.Equal(ApplicationStatus.Refused, (await Say(application, AssociationId.Jma, ApplicationWord.Refused, "会費の清算後に")).Value!.Status);
        Assert.Equal(before, (await Record(id).Read(Caller.System, Ct))!.Membership);
    }

    [Fact]
    public async Task A_transfer_is_of_one_day_and_undone_as_if_it_had_not_been_with_both_visible()
    {
        var (from, to) = (Local(), Local());
        var id = await Somebody(Whole(from));
        var application = Application(id);
        var view = await Handed(application, id, new ApplicationRequest(ApplicationKind.Transfer, Whole(to), Today, null));
        Assert.Equal([(from, ApplicationPart.Releases), (to, ApplicationPart.Admits), (Kyoto, ApplicationPart.Admits), (AssociationId.Jma, ApplicationPart.Admits)], view.Steps.Select(s => (s.Office, s.Part)));
        await Agreed(application, view);

        var record = (await Record(id).Record(Caller.System, Ct))!;
        Assert.Equal([(from, Today.AddDays(-1)), (to, (DateOnly?)null)], record.Periods.Select(p => (p.Membership.Local!.Value, p.Until)));
        Assert.Equal("not-your-turn", (await application.Undo(new UndoApplication(to, "誤り", Caller.Office(to)), Ct)).Refusal?.Reason);
        Assert.True((await application.Undo(new UndoApplication(AssociationId.Jma, "異動は取りやめになりました", Caller.Office(AssociationId.Jma)), Ct)).Accepted);
        await Eventually.Be("undone", () => application.Read(null, false, Ct), v => v?.Status == ApplicationStatus.Undone, Ct);

        Assert.Equal([from], (await Record(id).Record(Caller.System, Ct))!.Periods.Select(p => p.Membership.Local!.Value));
        Assert.Contains(await Record(id).History(0, Caller.System, Ct), l => l.Type == "membership-corrected");
    }

    [Fact]
    public async Task What_was_recorded_since_is_not_undone()
    {
        var (from, to) = (Local(), Local());
        var id = await Somebody(Whole(from));
        var application = Application(id);
        await Agreed(application, await Handed(application, id, new ApplicationRequest(ApplicationKind.Transfer, Whole(to), Today, null)));
        Assert.True((await Record(id).ChangeMembership(new ChangeMembership("since", Whole(to, MemberCategory.A1), Today, "opened a clinic", Caller.System), Ct)).Accepted);

        Assert.True((await application.Undo(new UndoApplication(AssociationId.Jma, "誤り", Caller.Office(AssociationId.Jma)), Ct)).Accepted);
        var view = await Eventually.Be("as it was", () => application.Read(null, false, Ct), v => v?.Status == ApplicationStatus.Done && v.Lines[^1].Word == ApplicationWord.NotRecorded, Ct);

        Assert.Equal(Whole(to, MemberCategory.A1), (await Record(id).Read(Caller.System, Ct))!.Membership);
        Assert.Equal(ApplicationStatus.Done, view!.Status);
    }

    [Fact]
    public async Task Nobody_agrees_to_what_was_asked_of_another_record()
    {
        var (local, id) = (Local(), default(MemberId));
        id = await Somebody(Whole(local));
        var application = Application(id);
        await Handed(application, id, new ApplicationRequest(ApplicationKind.Category, Whole(local, MemberCategory.A1), Today, null));
        Assert.True((await Record(id).ChangeMembership(new ChangeMembership("m", Whole(Local()), Today, "moved", Caller.System), Ct)).Accepted);

        Assert.Equal("record-moved", (await Say(application, local, ApplicationWord.Approved)).Refusal?.Reason);
        Assert.True((await Say(application, local, ApplicationWord.Returned, "所属が変わっています")).Accepted);
    }

    [Fact]
    public async Task A_change_that_expects_another_record_is_refused_by_the_record_itself()
    {
        var (local, id) = (Local(), default(MemberId));
        id = await Somebody(Whole(local));

        var refused = await Record(id).ChangeMembership(new ChangeMembership("c", Whole(local, MemberCategory.A1), Today, "x", Caller.System, Whole(local, MemberCategory.B)), Ct);
        var taken = await Record(id).ChangeMembership(new ChangeMembership("c", Whole(local, MemberCategory.A1), Today, "x", Caller.System, Whole(local)), Ct);

        Assert.Equal(("changed-since", true), (refused.Refusal?.Reason, taken.Accepted));
    }

    [Fact]
    public async Task What_she_rewrites_is_hers_until_it_is_handed_in_again_also_in_the_past()
    {
        var (local, other, id) = (Local(), Local(), await Somebody(Membership.None));
        var application = Application(id);
        var request = new ApplicationRequest(ApplicationKind.Join, Whole(local), Today, null);
        Assert.True((await application.Draft(new DraftApplication(request, "下書き", [], Caller.Member(id)), Ct)).Accepted);
        Assert.Equal(ApplicationStatus.Draft, (await application.Read(null, false, Ct))!.Status);
        await Handed(application, id, request, "お願いします");
        await Say(application, local, ApplicationWord.Returned, "写しを");
        Assert.True((await application.Draft(new DraftApplication(request with { Membership = Whole(other) }, "ほかへ", [], Caller.Member(id)), Ct)).Accepted);

        var (seen, open) = (await application.Read(null, false, Ct), await application.Read(null, true, Ct));

        Assert.Equal((Whole(local), "お願いします"), (seen!.Request.Membership, seen.Words));
        Assert.Equal((Whole(other), "ほかへ"), (open!.Request.Membership, open.Words));
        Assert.DoesNotContain(other, seen.Offices);
    }

    [Fact]
    public async Task An_association_that_is_none_is_asked_nothing()
    {
        var (nowhere, id) = (AssociationId.Local(26, 999), await Somebody(Membership.None));
        var application = Application(id);
        var request = new ApplicationRequest(ApplicationKind.Join, Whole(nowhere), Today, null);
        Assert.True((await application.Draft(new DraftApplication(request, "", [], Caller.Member(id)), Ct)).Accepted);

        Assert.Equal("bad-association", (await application.Submit(Caller.Member(id), Ct)).Refusal?.Reason);
        Assert.Equal("bad-association", (await application.Try(request, Ct))!.Refusal?.Reason);
    }

    [Fact]
    public async Task Of_a_death_the_office_that_told_it_hears_and_never_the_deceased()
    {
        var (local, id) = (Local(), default(MemberId));
        id = await Somebody(Whole(local));
        var (application, clerk) = (Application(id), Caller.Office(local));
        Assert.True((await application.Draft(new DraftApplication(new ApplicationRequest(ApplicationKind.Death, null, Today, null), "", [], clerk), Ct)).Accepted);
        Assert.True((await application.Submit(clerk, Ct)).Accepted);
        await Say(application, local, ApplicationWord.Returned, "日付を確かめてください");

        var box = await Eventually.Be("told", () => grains.GetGrain<IAlertBoxGrain>(new AlertBoxId(CallerRole.Office, local.Code).Text).Read(null, Caller.System, Ct), b => b.Alerts.Count == 2, Ct);

        Assert.Equal([AlertKind.ApplicationReturned, AlertKind.ApplicationAsked], box.Alerts.Select(a => a.Kind));
        Assert.Empty((await grains.GetGrain<IAlertBoxGrain>(AlertBoxId.Of(id).Text).Read(null, Caller.System, Ct)).Alerts);
        Assert.Equal(local.Code, (await application.Read(null, false, Ct))!.BegunBy);
    }

    [Fact]
    public async Task With_a_death_on_record_nobody_is_reminded_of_dues_until_it_is_taken_back()
    {
        var (local, id) = (Local(), default(MemberId));
        id = await Somebody(Whole(local));
        var (application, clerk, dues) = (Application(id), Caller.Office(local), grains.GetGrain<IDuesGrain>(id.Number));
        Assert.True((await application.Draft(new DraftApplication(new ApplicationRequest(ApplicationKind.Death, null, Today, null), "", [], clerk), Ct)).Accepted);
        var view = (await application.Submit(clerk, Ct)).Value!;
        await Agreed(application, view);

        var held = await dues.Read(Caller.System, Ct);
        Assert.Equal(DuesHold.ForGood, held.Hold?.Until);
        Assert.Equal("reminders-held", (await dues.RemindNow(new RemindDues("r", clerk), Ct)).Refusal?.Reason);
        // So long a hold is nobody's else to set.
        Assert.Equal("bad-period", (await dues.Hold(new HoldReminders("h", DuesHold.ForGood, "死亡", clerk), Ct)).Refusal?.Reason);

        var last = view.Steps[^1].Office;
        Assert.True((await application.Undo(new UndoApplication(last, "別人でした", Caller.Office(last)), Ct)).Accepted);
        await Eventually.Be("undone", () => application.Read(null, false, Ct), v => v?.Status == ApplicationStatus.Undone, Ct);
        Assert.Null((await dues.Read(Caller.System, Ct)).Hold);
    }

    [Fact]
    public async Task Each_layer_decides_of_its_own_dues()
    {
        var local = Local();
        var id = await Somebody(Whole(local));
        var application = Application(id);
        await Handed(application, id, new ApplicationRequest(ApplicationKind.Reduction, null, Today, new ReductionAsked(ReductionKind.Childbirth, Today.AddDays(200), MembershipLayers.All)));
        Assert.True((await Say(application, local, ApplicationWord.Approved)).Accepted);
        Assert.Equal(ApplicationStatus.Waiting, (await Say(application, Kyoto, ApplicationWord.Refused, "規程にありません")).Value!.Status);
        Assert.True((await Say(application, AssociationId.Jma, ApplicationWord.Approved)).Accepted);
        await Eventually.Be("on record", () => application.Read(null, false, Ct), v => v?.Status == ApplicationStatus.Done, Ct);

        var reduction = Assert.Single((await grains.GetGrain<IDuesGrain>(id.Number).Read(Caller.System, Ct)).Reductions);
        Assert.Equal((MembershipLayers.Local | MembershipLayers.Jma, Today), (reduction.Layers, reduction.From));
    }

    [Fact]
    public async Task A_reduction_nobody_can_have_is_refused_when_it_is_handed_in()
    {
        var id = await Somebody(Whole(Local()));
        var application = Application(id);
        await application.Draft(new DraftApplication(new ApplicationRequest(ApplicationKind.Reduction, null, Today, new ReductionAsked(ReductionKind.OldAge, null, MembershipLayers.Jma)), "", [], Caller.Member(id)), Ct);

        Assert.Equal("not-old-enough", (await application.Submit(Caller.Member(id), Ct)).Refusal?.Reason);
        Assert.Equal(ApplicationStatus.Draft, (await application.Read(null, false, Ct))!.Status);
    }

    /// <summary>What was tried, of dues and record, is what stands once everybody has agreed: over random people and requests.</summary>
    [Fact]
    public async Task What_is_tried_is_what_then_happens()
    {
        var random = new Random(26);
        for (var i = 0; i < 12; i++)
        {
            var (local, other) = (Local(), Local());
            var before = random.Next(4) == 0 ? Membership.None : Whole(local, (MemberCategory)random.Next(1, 6));
            ApplicationRequest[] asked =
            [
                .. before == Membership.None ? (ApplicationRequest[])[new(ApplicationKind.Join, Whole(other, (MemberCategory)random.Next(1, 6)), Today, null)]
                : [new(ApplicationKind.Transfer, before with { Local = other }, Today, null), new(ApplicationKind.Category, before with { Practice = PracticeRole.ClinicHead }, Today, null), new(ApplicationKind.Cover, MembershipSteps.Covered(before, !before.IsCovered), Today, null),
                   new(ApplicationKind.Leave, MembershipSteps.Left(before, (MembershipLayers)(1 << random.Next(3))), Today, null), new(ApplicationKind.Death, null, Today, null)],
            ];
            var request = asked[random.Next(asked.Length)] with { From = Today.AddDays(-random.Next(100)) };
            var id = await Somebody(before);
            var year = FiscalYear.Of(request.From);
            var dues = grains.GetGrain<IDuesGrain>(id.Number);
            Assert.True((await dues.Assess(new AssessDues(year, false, Caller.System), Ct)).Accepted);
            var trial = (await Application(id, "trial").Try(request, Ct))!;
            Assert.Null(trial.Refusal);
            var done = await Agreed(Application(id), await Handed(Application(id), id, request));
            // Of whom nothing was reckoned before an office reckons first.
            if (before == Membership.None) Assert.True((await dues.Assess(new AssessDues(year, false, Caller.System), Ct)).Accepted);

            Assert.Equal(trial.Steps.Select(s => s.Office), done.Steps.Select(s => s.Office));
            var statement = await Eventually.Be("dues as tried", async () => (await dues.Read(Caller.System, Ct)).Statements.Single(s => s.Year == year), s => s.Assessed.Amount == trial.Dues!.After.Charges.Sum(c => c.Amount.Amount), Ct);
            Assert.Equal(
                trial.Dues!.After.Charges.GroupBy(c => c.Account.Creditor).ToDictionary(g => g.Key, g => g.Sum(c => c.Amount.Amount)).Where(p => p.Value != 0).OrderBy(p => p.Key.Code, StringComparer.Ordinal),
                statement.Accounts.GroupBy(a => a.Id.Creditor).ToDictionary(g => g.Key, g => g.Sum(a => a.Assessed.Amount)).Where(p => p.Value != 0).OrderBy(p => p.Key.Code, StringComparer.Ordinal));
            // Exactly what was asked for, from the very day, and next year's dues and the benefits as tried.
            var record = (await Record(id).Record(Caller.System, Ct))!;
            Assert.Equal((request.Membership ?? Membership.None, request.From), (record.Periods[^1].Membership, record.Periods[^1].From));
            Assert.Equal(trial.Next!.After.Charges.Sum(c => c.Amount.Amount), (await dues.TryAssess(new TryDues(year.Plus(1), null, year.Plus(1).FirstDay, null, Caller.System), Ct))!.Before.Charges.Sum(c => c.Amount.Amount));
            var open = (await Record(id).Entitlements(request.From, Ct))!.Where(e => e.Open).Select(e => e.Name).ToList();
            Assert.All(trial.Begins, b => Assert.Contains(b, open));
            Assert.All(trial.Ends, e => Assert.DoesNotContain(e, open));
            // No day without exactly one local association while she belonged to one before and after.
            if (request.Kind == ApplicationKind.Transfer) Assert.Equal([before.Local, other], new[] { request.From.AddDays(-1), request.From }.Select(day => record.Periods.Single(p => p.From <= day && (p.Until is null || day <= p.Until)).Membership.Local));
        }
    }

    [Fact]
    public async Task It_can_be_seen_as_it_was_on_any_past_moment()
    {
        var (local, id) = (Local(), await Somebody(Membership.None));
        var application = Application(id);
        await Handed(application, id, new ApplicationRequest(ApplicationKind.Join, new Membership(local, MembershipLayers.Local, null), Today, null), "はじめまして");
        var handed = (await application.Read(null, false, Ct))!.Submitted!.Value;
        await Agreed(application, (await application.Read(null, false, Ct))!);

        var then = await application.Read(handed, false, Ct);

        Assert.Equal((ApplicationStatus.Waiting, "はじめまして", 1), (then!.Status, then.Words, then.Lines.Count));
        Assert.Null(await application.Read(handed.AddHours(-1), false, Ct));
    }

    [Fact]
    public async Task Whoever_is_asked_hears_of_it_and_the_applicant_of_what_comes_back()
    {
        var (local, id) = (Local(), await Somebody(Membership.None));
        var application = Application(id);
        await Handed(application, id, new ApplicationRequest(ApplicationKind.Join, new Membership(local, MembershipLayers.Local, null), Today, null));
        Task<AlertPage> Box(AlertBoxId box) => grains.GetGrain<IAlertBoxGrain>(box.Text).Read(null, Caller.System, Ct);

        var asked = await Eventually.Be("told", () => Box(new AlertBoxId(CallerRole.Office, local.Code)), b => b.Alerts.Count == 1, Ct);
        await Say(application, local, ApplicationWord.Returned, "写しを");
        await Handed(application, id, new ApplicationRequest(ApplicationKind.Join, new Membership(local, MembershipLayers.Local, null), Today, null));
        await Say(application, local, ApplicationWord.Approved);
        var own = await Eventually.Be("told", () => Box(AlertBoxId.Of(id)), b => b.Alerts.Count == 2, Ct);

        Assert.Equal((AlertKind.ApplicationAsked, new ApplicationRef(id, "a").Text, (WorkplaceId?)null), (asked.Alerts[0].Kind, asked.Alerts[0].Application, asked.Alerts[0].Workplace));
        Assert.Equal([AlertKind.ApplicationEnded, AlertKind.ApplicationReturned], own.Alerts.Select(a => a.Kind));
        Assert.Equal(ApplicationPolicy.TermRule, own.Alerts[0].Rule.Id);
    }

    [Fact]
    public async Task What_is_said_is_sealed_and_a_document_is_the_applicants_own()
    {
        var (local, id) = (Local(), await Somebody(Membership.None));
        var request = new ApplicationRequest(ApplicationKind.Join, Whole(local), Today, null);

        Assert.Equal("evidence-not-here", (await Application(id).Draft(new DraftApplication(request, "", [new string('0', 64)], Caller.Member(id)), Ct)).Refusal?.Reason);
        await Handed(Application(id), id, request, "持病があります");
        var events = await shared.House.Service<IJournalStore>().Read(LedgerNames.Name(ApplicationLedger.Name, new ApplicationRef(id, "a").Text), 0, Ct);

        Assert.DoesNotContain(events.Events, e => System.Text.Encoding.UTF8.GetString(e.Body).Contains("持病", StringComparison.Ordinal));
        Assert.Equal("not-registered", (await Application(People.Someone()).Draft(new DraftApplication(request, "", [], Caller.System), Ct)).Refusal?.Reason);
    }
}
