using JmaActors.Audit;
using JmaActors.Ledgers;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Audit;

/// <summary>What an audit ledger records and what it takes as recorded, over the decider alone.</summary>
public sealed class AuditStories
{
    static readonly MemberId Hanako = new(1_000_000_001);
    static readonly MemberId Taro = new(1_000_000_002);
    static readonly Caller Clerk = Caller.Office(AssociationId.Prefecture(26));
    static readonly DateTimeOffset Nine = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);
    static readonly AuditPolicy Policy = new() { From = new DateOnly(2016, 4, 1), Look = TimeSpan.FromMinutes(10), AddressDays = 180, LineYears = 10 };

    readonly AuditLedger _ledger = new();
    readonly AuditState _state = new();
    readonly List<AuditEvent> _events = [];

    [Fact]
    public void Looks_at_one_record_within_ten_minutes_are_one_look_and_the_next_begins_another()
    {
        Look(Hanako, AuditParts.Identity, 0);
        Look(Hanako, AuditParts.Identity, 9);
        Look(Hanako, AuditParts.Identity, 10);

        Assert.Equal([0, 10], Lines().Select(l => (int)(l.At - Nine).TotalMinutes));
    }

    [Fact]
    public void What_is_opened_besides_joins_the_look_that_had_begun()
    {
        Look(Hanako, AuditParts.Identity, 0);
        Look(Hanako, AuditParts.Credits, 5);
        Look(Hanako, AuditParts.Credits | AuditParts.Benefits, 11);

        Assert.Equal([(0, AuditParts.Identity | AuditParts.Credits), (11, AuditParts.Credits | AuditParts.Benefits)], Lines().Select(l => ((int)(l.At - Nine).TotalMinutes, (AuditParts)l.Parts)));
    }

    [Fact]
    public void Another_person_another_function_and_somebody_acted_for_are_looks_of_their_own()
    {
        Look(Hanako, AuditParts.Identity, 0);
        Look(Taro, AuditParts.Identity, 0);
        Look(Hanako, AuditParts.Identity, 0, Clerk with { Scope = "JMA" });
        Look(Hanako, AuditParts.Identity, 0, Clerk with { For = Hanako.ToString() });
        Look(Hanako, AuditParts.Identity, 0, Clerk with { Deputy = "account:7" });

        Assert.Equal(5, Lines().Count);
    }

    [Fact]
    public void A_list_records_those_it_had_not_shown_today_and_nothing_when_there_are_none()
    {
        List("members", Hanako, Taro);
        List("members", Taro, Hanako);
        List("members", Taro, new MemberId(1_000_000_003));
        List("roll", Taro);

        Assert.Equal([2, 1, 1], _events.OfType<PeopleListed>().Select(e => e.People!.Length));
    }

    [Fact]
    public void Who_lists_more_than_a_days_worth_is_recorded_as_having_shown_everybody_once()
    {
        for (var i = 0; i < AuditLimits.PeopleADay / AuditLimits.People + 3; i++)
        {
            List("members", [.. Enumerable.Range(i * AuditLimits.People, AuditLimits.People).Select(n => new MemberId(1_000_000_000 + n))]);
        }

        Assert.Equal(AuditLimits.PeopleADay, _state.Named);
        Assert.Single(_events.OfType<PeopleListed>(), e => e.People is null);
    }

    [Fact]
    public void Every_refusal_is_an_event_and_the_same_one_is_one_line_that_counts()
    {
        for (var i = 0; i < 3; i++) Refuse("see-member", "1000000001", 1);
        Refuse("see-member", "1000000002", 1);

        Assert.Equal(4, _events.OfType<AttemptRefused>().Count());
        Assert.Equal([3, 1], Lines().Select(l => l.Count));
    }

    [Fact]
    public void Beyond_ten_thousand_refusals_a_day_a_thousand_are_recorded_as_one()
    {
        Refuse("see-member", "1000000001", AuditLimits.RefusalsADay);
        Refuse("see-member", "1000000002", 1);
        Refuse("see-member", "1000000003", AuditRules.RefusalsAtOnce);

        Assert.Equal([AuditLimits.RefusalsADay, AuditRules.RefusalsAtOnce], _events.OfType<AttemptRefused>().Select(e => e.Times));
    }

    [Fact]
    public void Where_it_came_from_stands_in_the_line_and_only_its_mark_in_what_is_stored()
    {
        var place = new Place("192.0.2.7", "salt");
        var noted = new Noted<LookNote>(new LookNote(Hanako, AuditParts.Identity, "", "192.0.2.7", Clerk), Policy, place, AuditRules.Mark(place));
        Apply(AuditDecider.Look(_state, noted, new Deciding(Nine, Clerk, 0)), Nine, Clerk);

        Assert.Equal(("192.0.2.7", "salt"), (Lines()[0].Address, Lines()[0].Salt));
        var stored = System.Text.Json.JsonSerializer.Serialize((PersonLooked)_events[0], AuditJson.Default.PersonLooked);
        Assert.DoesNotContain("192.0.2.7", stored, StringComparison.Ordinal);
        Assert.Contains(AuditRules.Mark(place), stored, StringComparison.Ordinal);
    }

    readonly Dictionary<(long, string), AuditRow> _rows = [];

    List<AuditRow> Lines() => [.. _rows.Values.OrderBy(r => r.Line, StringComparer.Ordinal).ThenBy(r => r.Person)];

    void Look(MemberId person, AuditParts parts, int minute, Caller? caller = null)
    {
        var (by, now) = (caller ?? Clerk, Nine.AddMinutes(minute));
        Apply(AuditDecider.Look(_state, new Noted<LookNote>(new LookNote(person, parts, "", "", by), Policy, null, null), new Deciding(now, by, _state.Version)), now, by);
    }

    void List(string what, params MemberId[] people) => Apply(
        AuditDecider.List(_state, new Noted<ListNote>(new ListNote(what, people.Select(p => p.Number).ToArray().AsImmutable(), people.Length, "", "", Clerk), Policy, null, null), new Deciding(Nine, Clerk, _state.Version)), Nine, Clerk);

    void Refuse(string what, string key, int times) => Apply(
        AuditDecider.Refuse(_state, new Noted<RefusalNote>(new RefusalNote(what, key, null, "", Clerk), Policy, null, null), times, new Deciding(Nine, Clerk, _state.Version)), Nine, Clerk);

    void Apply(Decision<AuditEvent> decision, DateTimeOffset now, Caller caller)
    {
        for (var i = 0; i < decision.Count; i++)
        {
            var meta = new EventMeta(_state.Version + 1, now, new DateOnly(2026, 11, 26), caller, decision.Edition, null, 0);
            _ledger.Evolve(_state, decision[i], meta);
            _events.Add(decision[i]);
            var views = new JmaActors.Journal.ViewSink();
            _ledger.Project("20261126.office:26", _state, decision[i], meta, views);
            foreach (var row in views.Rows) _rows[(((AuditRow)row.Row).Person, ((AuditRow)row.Row).Line)] = (AuditRow)row.Row;
        }
    }
}
