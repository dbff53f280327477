using JmaActors.Design;
using JmaActors.Enrolments;
using JmaActors.Training;

namespace JmaActors.Pages.Enrolments;

/// <summary>Terms of sign-up while they are written; times as the clock in Tokyo shows them.</summary>
public sealed class TermsDraft
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    ProgramDelivery delivery;

    public int? Capacity { get; set; }

    /// <summary>One can take part on the web.</summary>
    public bool OnWeb => OnWebOnly || (Web && delivery == ProgramDelivery.Both);

    bool OnWebOnly => delivery == ProgramDelivery.Web;

    public bool Web { get; set; }

    public int? WebCapacity { get; set; }

    public long MemberFee { get; set; }

    public long OtherFee { get; set; }

    public DateTime Opens { get; set; }

    public DateTime Closes { get; set; }

    public DateTime CancelBy { get; set; }

    public EnrolmentCircle Who { get; set; }

    public EnrolmentCircle MemberPrice { get; set; }

    public int Childcare { get; set; }

    public bool WaitingList { get; set; } = true;

    /// <summary>Terms as they are; without any, what most hosts would begin with: from now until the doors open.</summary>
    public static TermsDraft Of(EnrolmentTerms? terms, ProgramView program, DateTimeOffset now) => terms is null
        ? new TermsDraft
        {
            Capacity = 100, MemberPrice = EnrolmentCircle.HostMembers,
            Opens = Clock(now), Closes = Clock(Until(program, now)), CancelBy = Clock(Until(program, now)), Web = program.Delivery != ProgramDelivery.Hall, delivery = program.Delivery,
        }
        : new TermsDraft
        {
            delivery = program.Delivery, Capacity = terms.Capacity, Web = terms.Web, WebCapacity = terms.WebCapacity, MemberFee = terms.MemberFee.Amount, OtherFee = terms.OtherFee.Amount,
            Opens = Clock(terms.Opens), Closes = Clock(terms.Closes), CancelBy = Clock(terms.CancelBy),
            Who = terms.Who, MemberPrice = terms.MemberPrice, Childcare = terms.Childcare, WaitingList = terms.WaitingList,
        };

    /// <summary>Until the doors open; of one whose doors are open, until they close.</summary>
    static DateTimeOffset Until(ProgramView program, DateTimeOffset now) => now < program.DoorsOpen ? program.DoorsOpen : program.DoorsClose;

    /// <summary>As the program is held: on the web only where it is, and nothing for a hall there is not.</summary>
    public EnrolmentTerms ToTerms() => new(
        OnWebOnly ? null : Capacity, OnWeb, OnWeb ? WebCapacity : null, new Yen(MemberFee), new Yen(OtherFee), At(Opens), At(Closes), At(CancelBy), Who, MemberPrice, OnWebOnly ? 0 : Childcare, WaitingList);

    /// <summary>To the minute, as the field shows it.</summary>
    static DateTime Clock(DateTimeOffset at)
    {
        var there = Show.InTokyo(at).DateTime;
        return new DateTime(there.Year, there.Month, there.Day, there.Hour, there.Minute, 0, DateTimeKind.Unspecified);
    }

    static DateTimeOffset At(DateTime clock) => new(DateTime.SpecifyKind(clock, DateTimeKind.Unspecified), Tokyo);
}
