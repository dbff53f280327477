using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Enrolments.EnrolmentRow>;

namespace JmaActors.Enrolments;

/// <summary>A person's sign-up as lists see it: a row of <c>enrolment</c>.</summary>
/// <param name="Standing"><see cref="EnrolmentStanding"/> as a number.</param>
/// <param name="Mode"><see cref="EnrolmentMode"/> as a number.</param>
/// <param name="Arrival">Order of arrival: in it, those who wait come to places.</param>
/// <param name="Number">受付番号; 0 without a place.</param>
/// <param name="Childcare"><see cref="ChildcareStanding"/> as a number.</param>
/// <param name="Tariff"><see cref="EnrolmentTariff"/> as a number.</param>
/// <param name="ByHost">Signed up by the host: until the person has been there, lists do not show the whole registry number.</param>
/// <param name="Due">Yen to be paid in all.</param>
/// <param name="Paid">Yen paid less given back.</param>
public sealed record EnrolmentRow(
    long MemberId, string ProgramId, string Host, int Standing, int Mode, int Arrival, int Number, int Children, int Childcare,
    bool WalkIn, bool OverCapacity, int Tariff, long Due, long Paid, DateTimeOffset SignedUp, long Version, bool ByHost = false);

/// <summary>View tables written by sign-up ledgers. Keys: <c>new ViewKey(memberId, programId)</c>.</summary>
public static class EnrolmentViews
{
    public static readonly ViewTable<EnrolmentRow> Enrolments = new(
        "enrolment",
        2,
        [
            C.Big("member_id", r => r.MemberId),
            C.Text("program_id", r => r.ProgramId),
            C.Text("host", r => r.Host),
            C.Int("standing", r => r.Standing),
            C.Int("mode", r => r.Mode),
            C.Int("arrival", r => r.Arrival),
            C.Int("number", r => r.Number),
            C.Int("children", r => r.Children),
            C.Int("childcare", r => r.Childcare),
            C.Bool("walk_in", r => r.WalkIn),
            C.Bool("over_capacity", r => r.OverCapacity),
            C.Int("tariff", r => r.Tariff),
            C.Big("due", r => r.Due),
            C.Big("paid", r => r.Paid),
            C.Instant("signed_up", r => r.SignedUp),
            C.Big("version", r => r.Version),
            C.Bool("by_host", r => r.ByHost),
        ],
        new ViewIndex("enrolment_by_program", "program_id", "arrival"));

    public static readonly IReadOnlyList<ViewTable> All = [Enrolments];
}
