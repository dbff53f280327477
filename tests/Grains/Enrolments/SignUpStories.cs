using System.Text.Json;
using JmaActors.Enrolments;
using JmaActors.Ledgers;
using JmaActors.Members;
using static JmaActors.Tests.Grains.Enrolments.SignUpDesk;

namespace JmaActors.Tests.Grains.Enrolments;

/// <summary>What becomes of those who sign up, wait, cancel, bring children, come unannounced and pay.</summary>
public sealed class SignUpStories
{
    [Fact]
    public void Who_comes_when_all_is_full_waits_and_gets_the_first_place_that_is_given_back()
    {
        var desk = new SignUpDesk();
        foreach (var who in new[] { 1, 2, 3, 4 }) desk.SignUp(who);

        Assert.Equal(["confirmed 1", "confirmed 2", "waiting 1", "waiting 2"], new[] { 1, 2, 3, 4 }.Select(desk.Standing));

        var decided = desk.Cancel(1);

        Assert.Equal(2, decided.Count);
        Assert.Equal(["cancelled", "confirmed 2", "confirmed 3", "waiting 1"], new[] { 1, 2, 3, 4 }.Select(desk.Standing));
    }

    [Fact]
    public void How_the_program_is_held_goes_before_the_terms_also_when_it_changes_afterwards()
    {
        var desk = new SignUpDesk();
        desk.SignUp(1, EnrolmentMode.Web);

        desk.Facts = desk.Facts with { Delivery = JmaActors.Training.ProgramDelivery.Hall };
        Assert.Equal("hall-only", desk.SignUp(2, EnrolmentMode.Web).Refusal!.Reason);
        Assert.Null(desk.SignUp(2).Refusal);
        Assert.Equal("hall-only", desk.Terms(Open with { Capacity = 9 }));
        Assert.Null(desk.Terms(Open with { Capacity = 9, Web = false, WebCapacity = null }));
        Assert.Equal("confirmed 1", desk.Standing(1));

        desk.Facts = desk.Facts with { Delivery = JmaActors.Training.ProgramDelivery.Web };
        Assert.Equal("web-only", desk.SignUp(3).Refusal!.Reason);
        Assert.Null(desk.SignUp(3, EnrolmentMode.Web).Refusal);
        Assert.Equal("web-only", desk.Terms(Open with { Web = false, WebCapacity = null }));
        Assert.Null(desk.Terms(Open with { Capacity = null }));
    }

    [Fact]
    public void Hall_and_web_have_places_and_queues_of_their_own()
    {
        var desk = new SignUpDesk();
        desk.SignUp(1, EnrolmentMode.Web);
        desk.SignUp(2, EnrolmentMode.Web);
        desk.SignUp(3);

        Assert.Equal(["confirmed 1", "waiting 1", "confirmed 2"], new[] { 1, 2, 3 }.Select(desk.Standing));

        desk.Cancel(3);

        Assert.Equal("waiting 1", desk.Standing(2));
    }

    [Fact]
    public void More_places_go_to_those_who_wait_and_fewer_take_nobody_s_away()
    {
        var desk = new SignUpDesk();
        foreach (var who in new[] { 1, 2, 3, 4 }) desk.SignUp(who);

        desk.Terms(Open with { Capacity = 3 });
        Assert.Equal(["confirmed 3", "waiting 1"], new[] { 3, 4 }.Select(desk.Standing));

        desk.Terms(Open with { Capacity = 1 });
        desk.Cancel(1);
        Assert.Equal(["confirmed 2", "confirmed 3", "waiting 1"], new[] { 2, 3, 4 }.Select(desk.Standing));
    }

    [Fact]
    public void Without_a_waiting_list_a_full_program_refuses_and_who_waited_already_still_comes_first()
    {
        var desk = new SignUpDesk(Open with { Capacity = 1 });
        desk.SignUp(1);
        desk.SignUp(2);
        desk.Terms(Open with { Capacity = 1, WaitingList = false });

        Assert.Equal("full", Reason(desk.SignUp(3)));
        desk.Cancel(1);
        Assert.Equal("confirmed 2", desk.Standing(2));
    }

    [Fact]
    public void The_same_again_changes_nothing_and_signing_up_anew_puts_one_last()
    {
        var desk = new SignUpDesk(Open with { Capacity = 1 });
        desk.SignUp(1, key: "k");
        desk.SignUp(2);

        Assert.True(desk.SignUp(1, key: "k").Repeat);
        Assert.True(desk.SignUp(1, key: "another").Repeat);
        desk.Cancel(1, key: "c");
        Assert.True(desk.Cancel(1, key: "c").Repeat);
        Assert.True(desk.SignUp(1, key: "k").Repeat);
        Assert.Equal("cancelled", desk.Standing(1));

        desk.SignUp(1);
        Assert.True(desk.Cancel(1, key: "c").Repeat);
        Assert.Equal(["waiting 1", "confirmed 2"], new[] { 1, 2 }.Select(desk.Standing));
    }

    [Theory]
    [InlineData(EnrolmentMode.Web, 0)]
    [InlineData(EnrolmentMode.Hall, 0)]
    public void Who_is_signed_up_and_wishes_it_otherwise_is_not_told_that_it_was_done(EnrolmentMode mode, int children)
    {
        var desk = new SignUpDesk();
        desk.SignUp(1, children: 1, key: "k");

        Assert.Equal("already-signed-up", Reason(desk.SignUp(1, mode, children)));
        Assert.True(desk.SignUp(1, children: 1).Repeat);
        Assert.True(desk.SignUp(1, mode, children, key: "k").Repeat);
        desk.Cancel(1);
        Assert.Null(Reason(desk.SignUp(1, mode, children)));
    }

    [Fact]
    public void Once_the_doors_have_closed_a_place_given_back_and_more_places_go_to_nobody()
    {
        var desk = new SignUpDesk(Open with { Capacity = 1 });
        foreach (var who in new[] { 1, 2, 3 }) desk.SignUp(who);
        var over = desk.Facts.DoorsClose;

        Assert.Equal(1, desk.Cancel(1, now: over).Count);
        Assert.Null(desk.Terms(Open with { Capacity = 9 }, over));
        Assert.Equal(0, desk.Fill(over).Count);
        Assert.Equal(["waiting 1", "waiting 2"], new[] { 2, 3 }.Select(desk.Standing));
        Assert.Equal(Yen.Zero, desk.Place(2).Due);
        Assert.Equal(2, desk.Fill(over.AddTicks(-1)).Count);
    }

    [Fact]
    public void Of_what_was_called_off_nobody_gets_a_place_and_everybody_may_give_one_back()
    {
        var desk = new SignUpDesk(Open with { Capacity = 1 });
        foreach (var who in new[] { 1, 2 }) desk.SignUp(who);
        desk.Facts = desk.Facts with { CalledOff = true };

        Assert.Equal(["cancelled", "cancelled"], new[] { Reason(desk.SignUp(3)), Reason(desk.Add(4)) });
        Assert.Equal(1, desk.Cancel(1).Count);
        Assert.Null(desk.Terms(Open with { Capacity = 9 }));
        Assert.Equal(0, desk.Fill().Count);
        Assert.Equal("waiting 1", desk.Standing(2));
    }

    [Fact]
    public void Nobody_signs_up_for_what_is_not_shown_yet()
    {
        var desk = new SignUpDesk();
        desk.Facts = desk.Facts with { Published = false };

        Assert.Equal("not-published", Reason(desk.SignUp(1)));
        Assert.Equal("not-published", Reason(desk.Add(1)));
    }

    [Fact]
    public void Where_the_program_may_take_ten_people_terms_keep_to_it_also_those_set_before()
    {
        var desk = new SignUpDesk(Open with { Capacity = 12 });
        desk.Facts = desk.Facts with { PeopleMost = 10 };

        Assert.Equal("too-many-for-offer", desk.Terms(Open with { Capacity = 11 }));
        Assert.Equal("capacity-needed", desk.Terms(Open with { Capacity = null }));
        foreach (var who in Enumerable.Range(1, 11)) desk.SignUp(who);
        Assert.Equal(["confirmed 10", "waiting 1"], new[] { 10, 11 }.Select(desk.Standing));
        desk.Cancel(1);
        Assert.Equal("confirmed 11", desk.Standing(11));
        Assert.Null(desk.Terms(Open with { Capacity = 10 }));
    }

    [Fact]
    public void A_member_cancels_until_the_deadline_and_the_host_at_any_time()
    {
        var desk = new SignUpDesk();
        desk.SignUp(1);

        Assert.Equal("cancel-too-late", Reason(desk.Cancel(1, caller: Caller.Member(Id(1)), now: Open.CancelBy)));
        Assert.Null(Reason(desk.Cancel(1, caller: Caller.Office(new AssociationId("26")), now: Open.CancelBy)));
        Assert.Equal("not-signed-up", Reason(desk.Cancel(7)));
    }

    [Fact]
    public void Childcare_is_given_in_order_of_arrival_and_nobody_overtakes()
    {
        var desk = new SignUpDesk(Open with { Capacity = 10, Childcare = 3 });
        desk.SignUp(1, children: 2);
        desk.SignUp(2, children: 2);
        desk.SignUp(3, children: 1);

        Assert.Equal([ChildcareStanding.Given, ChildcareStanding.Waiting, ChildcareStanding.Waiting], new[] { 1, 2, 3 }.Select(w => desk.Place(w).Childcare));
        Assert.All([1, 2, 3], w => Assert.Equal(EnrolmentStanding.Confirmed, desk.Place(w).Standing));

        desk.Cancel(1);

        Assert.Equal([ChildcareStanding.Given, ChildcareStanding.Given], new[] { 2, 3 }.Select(w => desk.Place(w).Childcare));
    }

    [Fact]
    public void Who_gets_a_place_late_stands_for_childcare_by_the_day_of_arrival()
    {
        var desk = new SignUpDesk(Open with { Capacity = 2, Childcare = 2 });
        desk.SignUp(1, children: 2);
        desk.SignUp(2);
        desk.SignUp(3, children: 2);
        desk.Cancel(2);
        Assert.Equal(ChildcareStanding.Waiting, desk.Place(3).Childcare);

        desk.Cancel(1);

        Assert.Equal(ChildcareStanding.Given, desk.Place(3).Childcare);
    }

    [Fact]
    public void At_the_door_everybody_gets_in_and_beyond_the_capacity_it_is_said()
    {
        var desk = new SignUpDesk(Open with { Capacity = 1, Who = EnrolmentCircle.JmaMembers, Closes = Now });
        Assert.Equal("sign-up-closed", Reason(desk.SignUp(9)));
        desk.Add(1);
        desk.Add(2, key: "k");

        Assert.Equal([(true, false), (true, true)], new[] { 1, 2 }.Select(w => (desk.Place(w).WalkIn, desk.Place(w).OverCapacity)));
        Assert.True(desk.Add(2, key: "k").Repeat);
        Assert.True(desk.Add(1).Repeat);
    }

    [Fact]
    public void At_the_door_nobody_is_added_before_it_opens_or_after_it_has_closed()
    {
        var desk = new SignUpDesk();
        var (opens, closes) = (desk.Facts.DoorsOpen, desk.Facts.DoorsClose);

        Assert.Equal(["doors-shut", "doors-shut"], new[] { opens.AddTicks(-1), closes }.Select(now => Reason(desk.Add(1, now: now))));
        Assert.Null(Reason(desk.Add(1, now: opens)));
        Assert.Null(Reason(desk.Add(2, now: closes.AddTicks(-1))));
    }

    [Fact]
    public void A_list_knows_whom_the_host_signed_up_and_who_did_so_herself()
    {
        var (desk, host) = (new SignUpDesk(Open with { Capacity = 9 }), Caller.Office(new AssociationId("26")));
        desk.Stored.Do(EnrolmentDecider.SignUp, new Prepared<SignUp>(new SignUp(Id(1), EnrolmentMode.Hall, 0, "a", host), Membership.None, desk.Facts), Now, host);
        desk.Stored.Do(EnrolmentDecider.SignUp, new Prepared<SignUp>(new SignUp(Id(2), EnrolmentMode.Hall, 0, "b", Caller.Member(Id(2))), Membership.None, desk.Facts), Now, Caller.Member(Id(2)));
        desk.Add(3, caller: host);
        desk.Add(2, caller: host);

        Assert.Equal([true, false, true], new[] { 1, 2, 3 }.Select(w => ((EnrolmentRow)desk.Stored.Views.Last(v => v.Key.Number == Id(w).Number).Row).ByHost));
    }

    [Fact]
    public void Who_waits_and_comes_all_the_same_gets_in_at_the_door_and_keeps_price_and_order()
    {
        var desk = new SignUpDesk(Open with { Capacity = 1 });
        foreach (var who in new[] { 1, 2, 3 }) desk.SignUp(who);
        desk.Add(3);

        Assert.Equal(["waiting 1", "confirmed 2"], new[] { 2, 3 }.Select(desk.Standing));
        Assert.Equal((3, true, true), (desk.Place(3).Arrival, desk.Place(3).WalkIn, desk.Place(3).OverCapacity));

        desk.Cancel(1);
        Assert.Equal("waiting 1", desk.Standing(2));
    }

    [Fact]
    public void The_price_is_decided_at_sign_up_and_stays()
    {
        var desk = new SignUpDesk();
        var member = new Membership(AssociationId.Local(26, 7), MembershipLayers.All, MemberCategory.A1);
        desk.SignUp(1, membership: member);
        desk.SignUp(2);
        desk.Terms(Open with { MemberFee = new Yen(9_000), OtherFee = new Yen(9_000) });

        Assert.Equal([new Yen(3_000), new Yen(5_000)], new[] { 1, 2 }.Select(w => desk.Place(w).Due));
        Assert.Equal(["member-price", "other-price"], new[] { 1, 2 }.Select(w => desk.Place(w).Why.Outcome));
    }

    [Fact]
    public void A_payment_is_counted_once_and_numbers_have_no_gap()
    {
        var desk = new SignUpDesk();
        desk.SignUp(1);
        desk.SignUp(2);
        desk.Pay(1, 5_000, "p1", "REF-1");

        Assert.True(desk.Pay(1, 5_000, "p1", "REF-1").Repeat);
        Assert.Equal("reference-used", Reason(desk.Pay(2, 5_000, "p2", "REF-1")));
        Assert.Equal("key-taken", Reason(desk.Pay(2, 5_000, "p1")));
        Assert.Equal("not-signed-up", Reason(desk.Pay(3, 5_000, "p3")));
        Assert.Equal("bad-amount", Reason(desk.Pay(2, 0, "p4")));
        desk.Pay(2, 6_000, "p5");
        desk.Refund(2, 1_000, "r1");

        Assert.Equal([1, 2, 3], desk.State.Entries.Select(e => e.No));
        Assert.Equal([(new Yen(5_000), Yen.Zero), (new Yen(5_000), Yen.Zero)], new[] { 1, 2 }.Select(w => (desk.Place(w).Paid, desk.Place(w).Open)));
        Assert.Equal(new Yen(10_000), desk.State.Collected);
    }

    [Fact]
    public void Of_a_payment_s_reference_only_a_mark_is_kept_and_one_written_before_marks_is_still_known()
    {
        var desk = new SignUpDesk();
        desk.SignUp(1);
        desk.Pay(1, 1_000, "p1", "ヤマダ タロウ");
        desk.Stored.Do(static (_, e, _) => Decision<EnrolmentEvent>.Event(e), new PaymentPosted(2, Id(1).Number, new Yen(1), PaymentMethod.Transfer, new DateOnly(2026, 11, 1), "スズキ ハナ", "p2"), Now);

        Assert.Equal(Mark("ヤマダ タロウ"), Assert.IsType<PaymentPosted>(desk.Stored.Events.First(e => e is PaymentPosted)).Reference);
        Assert.Equal(["reference-used", "reference-used"], new[] { Reason(desk.Pay(1, 1_000, "p3", "ヤマダ タロウ")), Reason(desk.Pay(1, 1_000, "p4", "スズキ ハナ")) });
    }

    [Fact]
    public void A_mistake_is_voided_with_a_reason_keeps_its_number_and_frees_its_reference()
    {
        var desk = new SignUpDesk();
        desk.SignUp(1);
        desk.Pay(1, 5_000, "p1", "REF-1");

        Assert.Equal("no-reason", Reason(desk.Void(1, 1, " ")));
        Assert.Equal("no-entry", Reason(desk.Void(2, 1)));
        desk.Refund(1, 2_000, "r1");
        Assert.Equal("refund-stands", Reason(desk.Void(1, 1)));
        Assert.Equal("refund-too-high", Reason(desk.Refund(1, 3_001, "r2")));
        desk.Void(1, 2);
        desk.Void(1, 1);
        Assert.True(desk.Void(1, 1).Repeat);
        Assert.Equal((Yen.Zero, new Yen(5_000)), (desk.Place(1).Paid, desk.Place(1).Open));

        desk.Pay(1, 5_000, "p2", "REF-1");
        Assert.Equal((3, "mistake"), (desk.State.Entries[^1].No, desk.State.Entry(1)!.Voided));
    }

    [Fact]
    public void The_session_hears_of_places_and_not_of_who_waits()
    {
        var desk = new SignUpDesk(Open with { Capacity = 1 });
        desk.SignUp(1);
        desk.SignUp(2);
        desk.SignUp(3, EnrolmentMode.Web);
        desk.Cancel(1);
        desk.Cancel(2);
        desk.Add(4);

        var words = desk.Stored.Parcels.Select(p => JsonSerializer.Deserialize(p.Body, EnrolmentJson.Default.EnrolmentWord)).ToList();
        Assert.All(desk.Stored.Parcels, p => Assert.Equal(("session/P26-20261123-TEST.1", "enrolment"), (p.Receiver, p.Type)));
        Assert.Equal(
            [
                new EnrolmentWord(Id(1).Number, true, false, false), new(Id(3).Number, true, true, false), new(Id(1).Number, false, false, false),
                new(Id(2).Number, true, false, false), new(Id(2).Number, false, false, false), new(Id(4).Number, true, false, true),
            ],
            words);
    }
}
