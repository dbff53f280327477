using JmaActors.Credits;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>One talk that earns units of several schemes at once.</summary>
public class SchemeStories
{
    const long Ai = 1_000_000_001;
    const long Jin = 1_000_000_002;
    const short Later = 30;
    const short Special = 43;
    const short Practical = 42;
    const short Safety = 11;

    static Seminar ThreeAtOnce(short occupational = Later) => new(
        false, Seminar.Talk(1, 0, 60, 7, new Offer(CreditScheme.Occupational, occupational), new Offer(CreditScheme.CommonLecture, Safety)));

    [Fact]
    public void One_talk_earns_under_every_scheme_it_offers_and_all_are_posted_by_one_event()
    {
        var seminar = ThreeAtOnce();
        seminar.In(Ai, -5);
        seminar.Close(61);
        Assert.Equal("1 pending 1.0, 1 Occupational/30 pending 1.0, 1 CommonLecture/11 pending 1.0", seminar.Credits(Ai));

        seminar.Confirm(62);

        Assert.Equal("1 posted 1.0, 1 Occupational/30 posted 1.0, 1 CommonLecture/11 posted 1.0", seminar.Credits(Ai));
        Assert.Equal(3, Assert.IsType<CreditAssessed>(seminar.Stored.Events[^1]).Claims.Count);
    }

    [Fact]
    public void Coming_late_keeps_the_half_hours_of_CME_and_loses_what_asks_for_full_attendance()
    {
        var seminar = ThreeAtOnce();
        seminar.In(Ai, 10);
        seminar.Close(61);

        Assert.Equal("1 pending 0.5, 1 Occupational/30 voided 0.0 came-late, 1 CommonLecture/11 voided 0.0 came-late", seminar.Credits(Ai));
    }

    [Fact]
    public void What_the_program_forgives_at_both_ends_counts_as_having_been_there()
    {
        var seminar = new Seminar(
            true, new AttendanceTerms(EntryMinutes: 5, ExitMinutes: 3), Seminar.Talk(1, 0, 60, 7, new Offer(CreditScheme.Occupational, Later)));
        seminar.In(Ai, 5);
        seminar.Out(Ai, 57);
        seminar.In(Jin, 6);
        seminar.Out(Jin, 56.9);
        seminar.Close(70);

        Assert.Equal("1 pending 1.0, 1 Occupational/30 pending 1.0", seminar.Credits(Ai));
        Assert.Equal("1 voided 0.0 left-early, 1 Occupational/30 voided 0.0 came-late", seminar.Credits(Jin));
    }

    [Fact]
    public void Less_than_the_share_a_program_asks_for_earns_nothing()
    {
        var seminar = new Seminar(false, new AttendanceTerms(SharePercent: 80), Seminar.Talk(1, 0, 100, 7));
        seminar.In(Ai, 0);
        seminar.Out(Ai, 80);
        seminar.In(Jin, 0);
        seminar.Out(Jin, 79);
        seminar.Until(101);

        Assert.Equal("1 pending 1.0", seminar.Credits(Ai));
        Assert.Equal("1 voided 0.0 under-share", seminar.Credits(Jin));
    }

    [Theory]
    [InlineData(ProgramDelivery.Hall, "hall-only")]
    [InlineData(ProgramDelivery.Both, null)]
    [InlineData(ProgramDelivery.Web, null)]
    public void Nobody_takes_part_on_the_web_where_it_is_held_in_a_hall_only(ProgramDelivery delivery, string? reason)
    {
        var seminar = new Seminar(false, AttendanceTerms.Plain, delivery, Seminar.Talk(1, 0, 60, 1));
        seminar.Close(70);
        Assert.Equal(reason, seminar.Web(Ai, -1, 61).Refusal?.Reason);
    }

    [Fact]
    public void On_the_web_the_whole_talk_identity_and_keyword_are_all_needed()
    {
        var seminar = ThreeAtOnce(Special);
        seminar.Close(70);
        seminar.Web(Ai, -1, 61);
        seminar.Web(Jin, -1, 61, keyword: false);
        seminar.Web(Jin + 1, -1, 61, identity: false);
        seminar.Web(Jin + 2, 0, 59);

        Assert.Equal("1 pending 1.0 web, 1 Occupational/43 pending 1.0 web, 1 CommonLecture/11 pending 1.0 web", seminar.Credits(Ai));
        Assert.Equal("1 voided 0.0 keyword-missing web, 1 Occupational/43 voided 0.0 keyword-missing web, 1 CommonLecture/11 voided 0.0 keyword-missing web", seminar.Credits(Jin));
        Assert.StartsWith("1 voided 0.0 identity-missing web", seminar.Credits(Jin + 1), StringComparison.Ordinal);
        Assert.StartsWith("1 voided 0.0 left-early web", seminar.Credits(Jin + 2), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_scheme_does_not_offer_on_the_web_earns_nothing_there_while_the_rest_does()
    {
        var seminar = ThreeAtOnce(Practical);
        seminar.Close(70);
        seminar.Web(Ai, 0, 60);

        Assert.Equal("1 pending 1.0 web, 1 Occupational/42 voided 0.0 web-not-offered web, 1 CommonLecture/11 pending 1.0 web", seminar.Credits(Ai));
    }

    [Fact]
    public void The_same_line_of_a_web_log_again_changes_nothing()
    {
        var seminar = ThreeAtOnce(Special);
        seminar.Close(70);
        seminar.Web(Ai, 0, 60, keyword: false);
        Assert.Equal(0, seminar.Web(Ai, 0, 60, keyword: false).Count);

        seminar.Web(Ai, 0, 60, identity: false);

        Assert.Equal("1 pending 1.0 web, 1 Occupational/43 pending 1.0 web, 1 CommonLecture/11 pending 1.0 web", seminar.Credits(Ai));
    }

    [Fact]
    public void Breaks_and_greetings_earn_nothing()
    {
        var seminar = new Seminar(false, Seminar.Talk(1, 0, 10, 0) with { Kind = TalkKind.Greeting }, Seminar.Talk(2, 10, 70, 7), Seminar.Talk(3, 70, 110, 0) with { Kind = TalkKind.Break });
        seminar.In(Ai, -5);
        seminar.Close(120);

        Assert.Equal("2 pending 1.0", seminar.Credits(Ai));
    }
}
