using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>督促.</summary>
sealed partial class DuesGrain
{
    public Task<Answer<DuesView>> RemindNow(RemindDues command, CancellationToken ct) => Commit((command, book.Dues(Today)), command.Caller, DuesReminderDecider.RemindNow, View, ct);

    public Task<Answer<DuesView>> Hold(HoldReminders command, CancellationToken ct) => Commit(command, command.Caller, DuesReminderDecider.Hold, View, ct);

    public async Task<bool> Remind(CancellationToken ct)
    {
        await Follow(ct);
        var before = Version;
        var reminded = (await Commit(book.Dues(Today), Caller.System, DuesReminderDecider.Remind, static (_, _) => true, ct)).Version > before;
        if (BulkWork.On) DeactivateOnIdle();
        return reminded;
    }
}
