using JmaActors.Audit;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Operations;
using JmaActors.Tests.Grains.Members;
using JmaActors.Time;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Audit;

/// <summary>The audit on real actors, the real journal and its views.</summary>
public sealed class AuditActorTests(SharedHouse shared)
{
    static readonly DateOnly Today = Tokyo.Today(TimeProvider.System);
    static readonly Caller Operator = new("operator", CallerRole.Operator, "*");

    static CancellationToken Ct => ActorHouse.Ct;

    IAuditSearchGrain Search => shared.House.Grains.GetGrain<IAuditSearchGrain>(0);

    IAuditGrain Of(Caller caller) => shared.House.Grains.GetGrain<IAuditGrain>(AuditKeys.Of(TimeProvider.System.GetUtcNow(), caller.Subject));

    async Task<MemberId> Somebody()
    {
        var id = People.Someone();
        Assert.True((await shared.House.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration() with { Caller = Operator }, Ct)).Accepted);
        return id;
    }

    static Caller Somewhere(string office, CallerRole role = CallerRole.Office) => new($"account:{Guid.NewGuid():N}", role, office);

    static AuditQuery About(MemberId? person = null, string? subject = null, AssociationId? office = null, string? after = null, int size = 50) => new(person, subject, office, Today.AddDays(-1), Today, null, after, size);

    [Fact]
    public async Task What_was_answered_is_found_at_once_by_person_and_by_account_with_what_was_changed()
    {
        var (person, clerk) = (await Somebody(), Somewhere("26"));

        await Of(clerk).Look(new LookNote(person, AuditParts.Credits, "phone call", "192.0.2.1", clerk), Ct);
        await Of(clerk).List(new ListNote("members", new[] { person.Number, 1_999_999_999 }.AsImmutable(), 2, "", "192.0.2.1", clerk), Ct);
        await Of(clerk).Refuse(new RefusalNote("settle-credit", person.ToString(), person, "192.0.2.1", clerk), Ct);

        // Lists that name nobody, of other tests, are about everybody.
        var found = (await Search.Search(About(person), Operator, Ct)).Lines.Where(l => !l.Wide).ToList();
        Assert.Equal([AuditKind.Refused, AuditKind.Listed, AuditKind.Looked, AuditKind.Wrote], found.Select(l => l.Kind));
        Assert.Equal(("phone call", "192.0.2.1", clerk), (found[2].Why, found[2].From, found[2].Caller));
        Assert.Equal(("member-registered", $"member/{person}"), (found[3].What, found[3].Key));
        var byAccount = (await Search.Search(About(subject: clerk.Subject), Operator, Ct)).Lines;
        Assert.Equal([AuditKind.Refused, AuditKind.Listed, AuditKind.Looked], byAccount.Select(l => l.Kind));
    }

    [Fact]
    public async Task What_was_seen_under_a_number_that_was_merged_is_found_with_the_person_and_she_sees_it()
    {
        var (person, other, clerk) = (await Somebody(), await Somebody(), Somewhere("26"));
        await Of(clerk).Look(new LookNote(other, AuditParts.Credits, "", "192.0.2.1", clerk), Ct);
        await Of(clerk).List(new ListNote("members", new[] { person.Number, other.Number }.AsImmutable(), 2, "", "192.0.2.1", clerk), Ct);
        var step = new MergeStep("m#1", person, other, MergeFields.None, "同一人", Operator);
        Assert.True((await shared.House.Grains.GetGrain<IMergingMemberGrain>(person.Number).TakeIn(step, Ct)).Accepted);
        Assert.True((await shared.House.Grains.GetGrain<IMergingMemberGrain>(other.Number).GoInto(step, Ct)).Accepted);

        string[] expected = ["Listed", "Looked", "Wrote:member-merged", "Wrote:member-registered", "Wrote:member-registered", "Wrote:member-took-in"];
        foreach (var asked in new[] { person, other }) Assert.Equal(expected, Told((await Search.Search(About(asked), Operator, Ct)).Lines));
        Assert.Equal(expected, Told((await Search.Own(person, null, 50, Caller.Member(person), Ct)).Lines));

        static string[] Told(IEnumerable<AuditLine> lines) =>
            [.. lines.Where(l => !l.Wide).Select(l => l.Kind == AuditKind.Wrote ? $"{l.Kind}:{l.What}" : $"{l.Kind}").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Pages_of_a_person_unite_looks_and_changes_without_gap_or_repeat()
    {
        var person = await Somebody();
        var member = shared.House.Grains.GetGrain<IMemberGrain>(person.Number);
        for (var i = 0; i < 7; i++)
        {
            var clerk = Somewhere("26");
            await Of(clerk).Look(new LookNote(person, AuditParts.Identity, "", "", clerk), Ct);
            Assert.True((await member.ChangeMembership(new ChangeMembership($"k{i}", new Membership(AssociationId.Local(26, 7), MembershipLayers.All, i % 2 == 0 ? MemberCategory.B : MemberCategory.A1), Today, "r", clerk), Ct)).Accepted);
        }

        List<AuditLine> all = [];
        string? after = null;
        do
        {
            var page = await Search.Search(About(person, after: after, size: 3), Operator, Ct);
            all.AddRange(page.Lines.Where(l => !l.Wide));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(15, all.Count);
        Assert.Equal(15, all.Select(l => (l.At, l.Kind, l.Key, l.Caller.Subject)).Distinct().Count());
        Assert.Equal(all.OrderByDescending(l => l.At).Select(l => l.At), all.Select(l => l.At));
    }

    [Fact]
    public async Task An_auditor_finds_its_association_and_those_below_and_persons_of_its_layer_only()
    {
        var person = await Somebody();
        var (above, own, below, beside) = (Somewhere("JMA"), Somewhere("26"), Somewhere("26-007"), Somewhere("27"));
        foreach (var by in new[] { above, own, below, beside }) await Of(by).Look(new LookNote(person, AuditParts.Identity, "", "", by), Ct);

        async Task<int> Found(string eyes, Caller by) => (await Search.Search(About(subject: by.Subject), new Caller("a", CallerRole.Auditor, eyes), Ct)).Lines.Count;

        Assert.Equal((0, 1, 1, 0), (await Found("26", above), await Found("26", own), await Found("26", below), await Found("26", beside)));
        Assert.Equal((1, 1), (await Found("JMA", above), await Found("JMA", beside)));
        Assert.Equal((0, 1), (await Found("26-007", own), await Found("26-007", below)));
        Assert.NotEmpty((await Search.Search(About(person), new Caller("a", CallerRole.Auditor, "26"), Ct)).Lines);
        Assert.Empty((await Search.Search(About(person), new Caller("a", CallerRole.Auditor, "27"), Ct)).Lines);
        Assert.Empty((await Search.Search(About(person), own, Ct)).Lines);
    }

    [Fact]
    public async Task A_person_sees_who_saw_and_not_from_where_and_nobody_elses()
    {
        var (person, other, clerk) = (await Somebody(), await Somebody(), Somewhere("26"));
        await Of(clerk).Look(new LookNote(person, AuditParts.Credits, "", "192.0.2.1", clerk), Ct);

        var mine = await Search.Own(person, null, 50, Caller.Member(person), Ct);

        Assert.Contains(mine.Lines, l => l.Kind == AuditKind.Looked && l.Caller == clerk);
        Assert.All(mine.Lines, l => Assert.Null(l.From));
        Assert.Empty((await Search.Own(person, null, 50, Caller.Member(other), Ct)).Lines);
        Assert.NotEmpty((await Search.Own(person, null, 50, clerk with { For = person.ToString() }, Ct)).Lines);
    }

    [Fact]
    public async Task A_list_that_names_nobody_is_found_by_those_its_function_sees()
    {
        var (person, office, elsewhere) = (await Somebody(), Somewhere("26-007"), Somewhere("27-001"));
        await Of(office).List(new ListNote("export", null, 1_234, "", "", office), Ct);
        await Of(elsewhere).List(new ListNote("export", null, 1_234, "", "", elsewhere), Ct);

        var mine = (await Search.Own(person, null, 50, Caller.Member(person), Ct)).Lines;

        Assert.Contains(mine, l => l.Wide && l.Caller == office);
        Assert.DoesNotContain(mine, l => l.Caller == elsewhere);
    }

    [Fact]
    public async Task The_chain_of_an_audit_ledger_is_walked_like_any_other()
    {
        var (person, clerk) = (await Somebody(), Somewhere("26"));
        await Of(clerk).Look(new LookNote(person, AuditParts.Identity, "", "192.0.2.1", clerk), Ct);
        await Of(clerk).Look(new LookNote(person, AuditParts.History, "", "192.0.2.1", clerk), Ct);

        var report = await shared.House.Grains.GetGrain<IOperationsGrain>(0).Verify($"audit/{AuditKeys.Of(TimeProvider.System.GetUtcNow(), clerk.Subject)}", null, Operator, Ct);

        Assert.Empty(report.Faults);
        Assert.Equal(2, report.Events);
    }
}
