using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>督促.</summary>
sealed partial class DuesGrain
{
    public async Task<Answer<DuesView>> RemindNow(RemindDues command, CancellationToken ct)
    {
        await Follow(ct);
        return await Commit((command, book.Dues(Today), await Unreachable(ct)), command.Caller, DuesReminderDecider.RemindNow, View, ct);
    }

    public Task<Answer<DuesView>> Hold(HoldReminders command, CancellationToken ct) => Commit(command, command.Caller, DuesReminderDecider.Hold, View, ct);

    public async Task<bool> Remind(CancellationToken ct)
    {
        await Follow(ct);
        var before = Version;
        var reminded = await Unreachable(ct) is null && (await Commit(book.Dues(Today), Caller.System, DuesReminderDecider.Remind, static (_, _) => true, ct)).Version > before;
        if (BulkWork.On) DeactivateOnIdle();
        return await Durable(reminded);
    }

    /// <summary>Why nobody would read it: the record was merged into another, or erased. Null when somebody would.</summary>
    async Task<string?> Unreachable(CancellationToken ct) => (await records.Read(Me, ct)).Refusal;
}
