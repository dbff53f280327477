using JmaActors.Applications;
using JmaActors.Dues;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Tests.Rules.Applications;

/// <summary>What can be applied for, and who is asked.</summary>
public sealed class ApplicationRulesTests
{
    static readonly AssociationId Nakagyo = AssociationId.Local(26, 1), Kamigyo = AssociationId.Local(26, 2), Osaka = AssociationId.Local(27, 1), University = AssociationId.University(26, 1);
    static readonly DateOnly Today = new(2026, 6, 10), Begun = new(2020, 4, 1);

    static readonly ApplicationPolicy Policy = Seeds.Book.Application(Today);

    static Membership Whole(AssociationId local, MemberCategory category = MemberCategory.A2B, bool? covered = null) => new(local, MembershipLayers.All, category, covered);

    static IReadOnlyList<MembershipPeriod> Since(Membership membership) => [new MembershipPeriod(Begun, null, membership, 1)];

    static string? Fault(ApplicationKind kind, Membership before, Membership? after, DateOnly? from = null, ReductionAsked? reduction = null) =>
        ApplicationRules.Fault(Policy, new ApplicationRequest(kind, after, from ?? Today, reduction), Since(before), Today)?.Reason;

    static string Way(ApplicationKind kind, Membership before, Membership? after, ReductionAsked? reduction = null) =>
        string.Join(' ', ApplicationChain.Of(Policy, new ApplicationRequest(kind, after, Today, reduction), before).Select(s => $"{(s.Part == ApplicationPart.Releases ? "-" : "")}{s.Office}"));

    [Fact]
    public void Who_joins_is_asked_about_layer_by_layer_as_far_as_she_joins()
    {
        Assert.Equal("26-001 26 JMA", Way(ApplicationKind.Join, Membership.None, Whole(Nakagyo)));
        Assert.Equal("26-001 26", Way(ApplicationKind.Join, Membership.None, new Membership(Nakagyo, MembershipLayers.Local | MembershipLayers.Prefecture, null)));
        Assert.Equal("26-U01", Way(ApplicationKind.Join, Membership.None, new Membership(University, MembershipLayers.Local, null)));
        Assert.Equal("26-001 26 JMA", Way(ApplicationKind.Join, new Membership(Nakagyo, MembershipLayers.Local, null), Whole(Nakagyo)));
    }

    [Fact]
    public void A_transfer_is_let_go_and_admitted_in_each_layer_that_changes()
    {
        Assert.Equal("-26-001 26-002 26 JMA", Way(ApplicationKind.Transfer, Whole(Nakagyo), Whole(Kamigyo)));
        Assert.Equal("-26-001 27-001 -26 27 JMA", Way(ApplicationKind.Transfer, Whole(Nakagyo), Whole(Osaka)));
        Assert.Equal("-26-001 27-001", Way(ApplicationKind.Transfer, new Membership(Nakagyo, MembershipLayers.Local, null), new Membership(Osaka, MembershipLayers.Local, null)));
    }

    [Theory]
    [InlineData(MembershipLayers.Local, "-26-001")]
    [InlineData(MembershipLayers.Prefecture, "-26")]
    [InlineData(MembershipLayers.Jma, "-JMA")]
    public void Leaving_is_approved_by_the_lowest_layer_that_is_left(MembershipLayers lowest, string way)
    {
        var (before, after) = (Whole(Nakagyo), MembershipSteps.Left(Whole(Nakagyo), lowest));

        Assert.Null(Fault(ApplicationKind.Leave, before, after));
        Assert.Equal(way, Way(ApplicationKind.Leave, before, after));
        Assert.Null(MembershipRules.Fault(after));
    }

    [Fact]
    public void A_death_is_confirmed_where_she_belonged_and_a_reduction_asked_of_whose_dues_it_is()
    {
        Assert.Equal("-26-001", Way(ApplicationKind.Death, Whole(Nakagyo), null));
        Assert.Equal("26-001 JMA", Way(ApplicationKind.Reduction, Whole(Nakagyo), null, new ReductionAsked(ReductionKind.Illness, Today.AddDays(90), MembershipLayers.Local | MembershipLayers.Jma)));
    }

    /// <summary>医賠責加入除外 makes B and C, and A① without cover; coming back makes it undone.</summary>
    [Theory]
    [InlineData(MemberCategory.A2B, MemberCategory.B)]
    [InlineData(MemberCategory.A2C, MemberCategory.C)]
    [InlineData(MemberCategory.A1, MemberCategory.A1)]
    public void Leaving_the_cover_and_coming_back_is_as_before(MemberCategory before, MemberCategory without)
    {
        var left = MembershipSteps.Covered(Whole(Nakagyo, before), false);

        Assert.Equal((without, false), (left.Category!.Value, left.IsCovered));
        Assert.Null(MembershipRules.Fault(left));
        Assert.Null(Fault(ApplicationKind.Cover, Whole(Nakagyo, before), left));
        Assert.Equal(Whole(Nakagyo, before), MembershipSteps.Covered(left, true));
        Assert.Null(Fault(ApplicationKind.Cover, left, MembershipSteps.Covered(left, true)));
    }

    public static TheoryData<ApplicationKind, Membership, Membership?, string?> Asked() => new()
    {
        { ApplicationKind.Join, Membership.None, Whole(Nakagyo), null },
        { ApplicationKind.Join, Whole(Nakagyo), Whole(Nakagyo), "nothing-changed" },
        { ApplicationKind.Join, new Membership(Nakagyo, MembershipLayers.Local, null), Whole(Kamigyo), "not-joining" },
        { ApplicationKind.Join, Membership.None, new Membership(Nakagyo, MembershipLayers.Jma | MembershipLayers.Local, MemberCategory.B), "bad-layers" },
        { ApplicationKind.Join, Membership.None, new Membership(AssociationId.Prefecture(26), MembershipLayers.Local, null), "bad-association" },
        { ApplicationKind.Join, Membership.None, null, "bad-application" },
        { ApplicationKind.Transfer, Whole(Nakagyo), Whole(Osaka), null },
        { ApplicationKind.Transfer, Whole(Nakagyo), Whole(Osaka, MemberCategory.A1), "not-a-transfer" },
        { ApplicationKind.Transfer, Membership.None, Whole(Osaka), "not-a-transfer" },
        { ApplicationKind.Category, Whole(Nakagyo), Whole(Nakagyo, MemberCategory.A1), null },
        { ApplicationKind.Category, Whole(Nakagyo), Whole(Nakagyo, MemberCategory.B), "not-a-change" },
        { ApplicationKind.Category, Whole(Nakagyo, MemberCategory.B), Whole(Nakagyo, MemberCategory.A1, false), null },
        { ApplicationKind.Category, Whole(Nakagyo, MemberCategory.C), Whole(Nakagyo, MemberCategory.B), null },
        { ApplicationKind.Category, Whole(Nakagyo), Whole(Osaka, MemberCategory.A1), "not-a-change" },
        { ApplicationKind.Cover, Whole(Nakagyo), Whole(Nakagyo, MemberCategory.A1), "not-cover" },
        { ApplicationKind.Leave, Whole(Nakagyo), new Membership(Kamigyo, MembershipLayers.Local, null), "not-leaving" },
        { ApplicationKind.Leave, Membership.None, Membership.None, "nothing-changed" },
        { ApplicationKind.Death, Whole(Nakagyo), null, null },
        { ApplicationKind.Death, Membership.None, null, "nothing-changed" },
        { ApplicationKind.Death, Whole(Nakagyo), Membership.None, "bad-application" },
    };

    [Theory, MemberData(nameof(Asked))]
    public void What_is_asked_for_fits_its_kind(ApplicationKind kind, Membership before, Membership? after, string? reason) => Assert.Equal(reason, Fault(kind, before, after));

    [Theory]
    [InlineData(-366, null)]
    [InlineData(-367, "bad-date")]
    [InlineData(366, null)]
    [InlineData(367, "bad-date")]
    public void It_begins_within_the_days_of_the_policy(int days, string? reason) => Assert.Equal(reason, Fault(ApplicationKind.Transfer, Whole(Nakagyo), Whole(Osaka), Today.AddDays(days)));

    [Fact]
    public void Nothing_that_is_recorded_for_later_is_lost()
    {
        IReadOnlyList<MembershipPeriod> ahead = [new(Begun, Today.AddDays(9), Whole(Nakagyo), 1), new(Today.AddDays(10), null, Whole(Kamigyo), 2)];
        string? At(DateOnly from) => ApplicationRules.Fault(Policy, new ApplicationRequest(ApplicationKind.Transfer, Whole(Osaka), from, null), ahead, Today)?.Reason;

        Assert.Equal("changed-later", At(Today));
        Assert.Null(At(Today.AddDays(10)));
    }

    [Fact]
    public void An_office_that_is_late_is_reminded_the_day_after_and_every_week()
    {
        var due = new DateOnly(2026, 6, 24);
        var state = new ApplicationState { Status = ApplicationStatus.Waiting, Steps = [new(Nakagyo, ApplicationPart.Admits)], Due = due, Remind = due.AddDays(1) };
        Decision<ApplicationEvent> On(DateOnly day) => ApplicationDecider.Remind(state, Policy, new Deciding(new DateTimeOffset(day, new TimeOnly(3, 0), TimeSpan.Zero), Caller.System, 1));

        Assert.Equal(0, On(due).Count);
        var reminded = (ApplicationReminded)On(due.AddDays(1))[0];
        Assert.Equal(("26-001", due.AddDays(8)), (reminded.Office, reminded.Next));
        state.Remind = reminded.Next;
        Assert.Equal((0, 1), (On(due.AddDays(7)).Count, On(due.AddDays(8)).Count));
        state.Status = ApplicationStatus.Returned;
        Assert.Equal(0, On(due.AddDays(8)).Count);
    }

    [Fact]
    public void What_could_not_be_recorded_goes_back_with_every_word_taken_off_and_an_old_answer_changes_nothing()
    {
        var ledger = new ApplicationLedger();
        var state = new ApplicationState();
        var version = 0L;
        void Then(Decision<ApplicationEvent> decision)
        {
            Assert.Null(decision.Refusal);
            for (var i = 0; i < decision.Count; i++) ledger.Evolve(state, decision[i], new EventMeta(++version, Now, Today, Caller.System, "", null, 0));
        }

        Then(Decision<ApplicationEvent>.Event(new ApplicationDrafted(new ApplicationRequest(ApplicationKind.Leave, MembershipSteps.Left(Whole(Nakagyo), MembershipLayers.Jma), Today, null), null, [])));
        Then(Decision<ApplicationEvent>.Event(new ApplicationSubmitted(Whole(Nakagyo), [new(AssociationId.Jma, ApplicationPart.Releases)], Today.AddDays(14))));
        Then(Decision<ApplicationEvent>.Event(new ApplicationAnswered("k", "JMA", ApplicationWord.Approved, null, null, ApplicationStatus.Approved)));
        Assert.True(state.Pending);
        Assert.Equal(0, ApplicationDecider.Follow(state, (version - 1, null), Later).Count);
        Then(ApplicationDecider.Follow(state, (version, "changed-since"), Later));

        Assert.Equal((ApplicationStatus.Returned, (ApplicationWord?)null), (state.Status!.Value, state.Steps[0].Word));
        Assert.Equal(ApplicationWord.NotRecorded, state.Lines[^1].Word);
        Assert.Equal(0, ApplicationDecider.Follow(state, (version, null), Later).Count);
    }

    static readonly DateTimeOffset Now = new(2026, 6, 10, 3, 0, 0, TimeSpan.Zero);

    static Deciding Later => new(Now, Caller.System, 1);

    [Fact]
    public void A_death_is_told_when_it_has_happened_and_takes_the_place_of_what_was_ahead()
    {
        IReadOnlyList<MembershipPeriod> ahead = [new(Begun, Today.AddDays(9), Whole(Nakagyo), 1), new(Today.AddDays(10), null, Whole(Kamigyo), 2)];
        string? At(DateOnly from) => ApplicationRules.Fault(Policy, new ApplicationRequest(ApplicationKind.Death, null, from, null), ahead, Today)?.Reason;

        Assert.Equal((null, "bad-date"), (At(Today.AddDays(1)), At(Today.AddDays(2))));
    }

    /// <summary>Whatever can be applied for leaves a consistent membership, asks somebody, and asks nobody twice for the same.</summary>
    [Fact]
    public void Whatever_can_be_applied_for_is_consistent_and_asks_each_once()
    {
        AssociationId[] locals = [Nakagyo, Kamigyo, Osaka, University];
        Membership[] all = [Membership.None, .. locals.SelectMany(l => (Membership[])[new(l, MembershipLayers.Local, null), new(l, MembershipLayers.Local | MembershipLayers.Prefecture, null), .. Enum.GetValues<MemberCategory>().Select(c => Whole(l, c)), Whole(l, MemberCategory.A1, false)])];
        var sound = 0;
        foreach (var kind in Enum.GetValues<ApplicationKind>().Where(k => k is not ApplicationKind.Reduction))
        foreach (var before in all)
        foreach (var after in kind == ApplicationKind.Death ? [null] : all.Cast<Membership?>())
        {
            if (Fault(kind, before, after) is not null) continue;
            sound++;
            var way = ApplicationChain.Of(Policy, new ApplicationRequest(kind, after, Today, null), before);
            Assert.Null(MembershipRules.Fault(after ?? Membership.None));
            Assert.NotEmpty(way);
            Assert.Equal(way.Count, way.Select(s => (s.Office, s.Part)).Distinct().Count());
        }
        Assert.True(sound > 200, $"{sound}");
    }
}
