using System.Text.Json;
using CsCheck;
using JmaActors.Enrolments;

namespace JmaActors.Tests.Grains.Enrolments;

/// <summary>Whatever comes in whatever order: no place too many, none left free while somebody waits, nobody overtaken, every yen counted once.</summary>
public sealed class SignUpProperties
{
    const int People = 12;

    /// <summary>One thing that happens; figures mean what <see cref="Do"/> makes of them.</summary>
    sealed record Step(int What, int Who, int Size, bool Web);

    static readonly Gen<Step[]> Days = Gen.Select(Gen.Int[0, 9], Gen.Int[1, People], Gen.Int[1, 4], Gen.Bool, (what, who, size, web) => new Step(what, who, size, web)).Array[0, 60];

    [Fact]
    public void Places_and_childcare_go_in_order_of_arrival_and_never_beyond_what_there_is() => Days.Sample(steps =>
    {
        var desk = new SignUpDesk();
        foreach (var (step, n) in steps.Select((s, n) => (s, n)))
        {
            var before = Enum.GetValues<EnrolmentMode>().Select(desk.State.Tally.Held).ToArray();
            var children = desk.State.Tally.Children;
            Do(desk, step, n);
            var terms = desk.State.Terms!;
            foreach (var mode in Enum.GetValues<EnrolmentMode>()) Holds(desk.State, terms, mode, before[(int)mode], walkIn: step.What == 8);
            Assert.True(desk.State.Tally.Children <= Math.Max(terms.Childcare, children));
            Cared(desk.State, terms);
        }
    }, iter: 2_000);

    [Fact]
    public void Counts_and_queues_kept_along_equal_those_counted_anew_and_folding_gives_the_same() => Days.Sample(steps =>
    {
        var desk = new SignUpDesk();
        foreach (var (step, n) in steps.Select((s, n) => (s, n))) Do(desk, step, n);
        var read = JsonSerializer.Deserialize(Form(desk.State), EnrolmentJson.Default.EnrolmentState)!;

        Assert.Equal(Form(desk.State), Form(desk.Stored.Replay()));
        Assert.Equal(Form(desk.State), Form(read));
        Assert.Equal(EnrolmentDrawing.Figures(desk.State, 1), EnrolmentDrawing.Figures(read, 1));
        Assert.Equal(EnrolmentDrawing.Figures(desk.State, 1), EnrolmentDrawing.Figures(desk.Stored.Replay(), 1));
        Assert.Equal(desk.State.Seats.Values.Where(s => s.Held).Sum(s => s.Price.Fee.Amount), desk.State.Tally.Due.Amount);
        Assert.Equal(desk.State.Entries.Sum(e => e.Counts.Amount), desk.State.Collected.Amount);
        Assert.All(desk.State.Seats.Values, s => Assert.Equal(desk.State.Entries.Where(e => e.Member.Number == s.Member).Sum(e => e.Counts.Amount), s.Paid.Amount));
        Assert.All(desk.State.Seats.Values, s => Assert.True(s.Paid >= Yen.Zero));
        Assert.Equal(Enumerable.Range(1, desk.State.Entries.Count), desk.State.Entries.Select(e => e.No));
    }, iter: 1_000);

    [Fact]
    public void The_last_row_of_everybody_shows_the_state_and_the_last_word_says_who_has_a_place() => Days.Sample(steps =>
    {
        var desk = new SignUpDesk();
        foreach (var (step, n) in steps.Select((s, n) => (s, n))) Do(desk, step, n);
        var rows = desk.Stored.Views.Select(v => (EnrolmentRow)v.Row).GroupBy(r => r.MemberId).ToDictionary(g => g.Key, g => g.Last());
        var told = desk.Stored.Parcels.Select(p => JsonSerializer.Deserialize(p.Body, EnrolmentJson.Default.EnrolmentWord)!).GroupBy(w => w.Member).ToDictionary(g => g.Key, g => g.Last());

        Assert.Equal(desk.State.Seats.Keys.Order(), rows.Keys.Order());
        Assert.All(desk.State.Seats.Values, s => Assert.Equal(
            ((int)s.Standing, (int)s.Mode, s.Arrival, s.Number, (int)s.Childcare, s.Due.Amount, s.Paid.Amount),
            (rows[s.Member].Standing, rows[s.Member].Mode, rows[s.Member].Arrival, rows[s.Member].Number, rows[s.Member].Childcare, rows[s.Member].Due, rows[s.Member].Paid)));
        Assert.All(desk.State.Seats.Values, s => Assert.Equal(s.Held, told.TryGetValue(s.Member, out var word) && word.Enrolled));
    }, iter: 500);

    static void Holds(EnrolmentState state, EnrolmentTerms terms, EnrolmentMode mode, int before, bool walkIn)
    {
        var (held, waiting) = (state.Tally.Held(mode), state.Tally.Waiting(mode).Values.ToList());
        var free = EnrolmentRules.Free(terms, mode, held);
        var capacity = mode == EnrolmentMode.Web ? terms.Web ? terms.WebCapacity ?? int.MaxValue : 0 : terms.Capacity ?? int.MaxValue;
        Assert.Equal(state.Seats.Values.Count(s => s.Held && s.Mode == mode), held);
        if (!walkIn) Assert.True(held <= Math.Max(capacity, before), "Somebody got a place too many.");
        Assert.True(waiting.Count == 0 || free == 0, "A place is free while somebody waits.");
        Assert.Equal(state.Seats.Values.Where(s => s.Standing == EnrolmentStanding.Waiting && s.Mode == mode).Select(s => s.Arrival).Order(), waiting.Select(s => s.Arrival));
        var first = waiting.Count == 0 ? int.MaxValue : waiting[0].Arrival;
        Assert.All(state.Seats.Values.Where(s => s.Held && s.Mode == mode && !s.WalkIn), s => Assert.True(s.Arrival < first, "Somebody was overtaken."));
    }

    static void Cared(EnrolmentState state, EnrolmentTerms terms)
    {
        var next = state.Tally.ForChildcare.Values.FirstOrDefault(s => s.Children <= terms.Childcare);
        Assert.True(next is null || state.Tally.Children + next.Children > terms.Childcare, "Childcare is free while somebody waits for it.");
        Assert.All(state.Seats.Values.Where(s => s.Childcare == ChildcareStanding.Given), s => Assert.True(s.Held));
    }

    static void Do(SignUpDesk desk, Step step, int n)
    {
        switch (step.What)
        {
            case <= 3:
                desk.SignUp(step.Who, step.Web ? EnrolmentMode.Web : EnrolmentMode.Hall, step.Web ? 0 : step.Size % 3);
                break;
            case <= 5:
                desk.Cancel(step.Who);
                break;
            case 6:
                desk.Terms(SignUpDesk.Open with { Capacity = step.Size, Web = step.Web, WebCapacity = step.Web ? step.Size : null, Childcare = step.Who % 4, WaitingList = n % 5 != 0 });
                break;
            case 7:
                desk.Pay(step.Who, step.Size * 1_000, $"p{step.Size}{step.Who}", $"r{step.Size}");
                break;
            case 8:
                desk.Add(step.Who);
                break;
            default:
                if (step.Web) desk.Refund(step.Who, step.Size * 500, $"b{n}");
                else desk.Void(step.Who, step.Size);
                break;
        }
    }

    static string Form(EnrolmentState state) => JsonSerializer.Serialize(state, EnrolmentJson.Default.EnrolmentState);
}
