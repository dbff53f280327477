using JmaActors.Offices;
using JmaActors.Pages.Offices;
using JmaActors.Web.Access;

namespace JmaActors.Tests.Web.Pages;

/// <summary>The parts of an office's home: each kind of work has one place, words, and leads to a list its readers may open.</summary>
public sealed class OfficeSlotTests
{
    static readonly AssociationId Office = AssociationId.Local(26, 3), Prefecture = AssociationId.Prefecture(26);

    static IEnumerable<OfficeTask> Tasks => OfficeSlots.All.SelectMany(s => s.Next);

    static Caller Of(string eyes) => Eyes.TryParse(eyes, out var caller, out var error) ? caller : throw new ArgumentException(error);

    [Fact]
    public void Every_kind_of_work_has_one_place()
    {
        var names = typeof(OfficeWorkNames).GetFields().Select(f => (string)f.GetRawConstantValue()!).Order();

        Assert.Equal(names, Tasks.Select(t => t.Name).Order());
        Assert.Equal(OfficeSlots.All.Count, OfficeSlots.All.Select(s => s.Name).Distinct().Count());
    }

    [Fact]
    public void Whoever_has_the_duty_does_it_and_others_of_the_office_see_it()
    {
        foreach (var task in Tasks.Where(t => t.Name is not (OfficeWorkNames.Approvals or OfficeWorkNames.Evaluations)))
        {
            foreach (var duty in (OfficeDuties[])[OfficeDuties.Clerk, OfficeDuties.Approver, OfficeDuties.Treasurer])
            {
                var caller = Caller.Office(Office) with { Duties = duty };
                Assert.True(Scopes.Allows(caller, task.See(Office)), $"{duty} does not see {task.Name}");
                Assert.True(Scopes.Allows(caller, task.Do(Office)) == (duty == task.Duty), $"{duty} and {task.Name}");
            }

            Assert.False(Scopes.Allows(Of("auditor:26-003"), task.Do(Office)));
        }
    }

    [Fact]
    public void Only_who_approves_programs_is_shown_that_programs_wait()
    {
        var task = Tasks.Single(t => t.Name == OfficeWorkNames.Approvals);

        Assert.False(Scopes.Allows(Caller.Office(Office), task.See(Office)));
        Assert.True(Scopes.Allows(Caller.Office(Prefecture), task.See(Prefecture)));
        Assert.True(Scopes.Allows(Caller.Office(AssociationId.Jma), task.Do(AssociationId.Jma)));
    }

    [Fact]
    public void Applications_wait_at_the_centre_and_at_prefectures_by_their_approvers()
    {
        var task = Tasks.Single(t => t.Name == OfficeWorkNames.Evaluations);

        Assert.False(Scopes.Allows(Caller.Office(Office), task.See(Office)));
        foreach (var office in new[] { Prefecture, AssociationId.Jma })
        {
            Assert.True(Scopes.Allows(Caller.Office(office) with { Duties = OfficeDuties.Approver }, task.Do(office)));
            Assert.False(Scopes.Allows(Caller.Office(office) with { Duties = OfficeDuties.Clerk }, task.Do(office)));
        }
    }

    [Fact]
    public void A_part_whose_office_is_anothers_is_not_there()
    {
        foreach (var slot in OfficeSlots.All.Where(s => s.Name is not ("Credits" or "Works"))) Assert.False(Scopes.Allows(Of("office:27-001"), slot.MayI(Office)), slot.Name);
        Assert.False(Scopes.Allows(Of("member:1000000001"), OfficeSlots.All.Single(s => s.Name == "Credits").MayI(Office)));
    }
}
