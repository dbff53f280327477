using JmaActors.Credits;

namespace JmaActors.Merges;

/// <summary>
/// The steps of a merge and of its undoing. Each is a command with the merge's name as its key, so that one whose answer was lost is asked again and done once; the
/// order is that nothing counts twice after any of them: what is to count elsewhere stops to count before it begins there.
/// </summary>
sealed class MergeWork(IGrainFactory grains, MergeStep step)
{
    IMergingMemberGrain Into => grains.GetGrain<IMergingMemberGrain>(step.Into.Number);

    IMergingMemberGrain From => grains.GetGrain<IMergingMemberGrain>(step.From.Number);

    IMergingCreditsGrain IntoCredits => grains.GetGrain<IMergingCreditsGrain>(step.Into.Number);

    IMergingHoursGrain IntoHours => grains.GetGrain<IMergingHoursGrain>(step.Into.Number);

    IMergingHoursGrain FromHours => grains.GetGrain<IMergingHoursGrain>(step.From.Number);

    IMergingCreditsGrain FromCredits => grains.GetGrain<IMergingCreditsGrain>(step.From.Number);

    /// <summary>Does a step of a merge, from 1. Answers why the merge cannot be; null when the step is done.</summary>
    public async Task<string?> Merge(int number, CancellationToken ct)
    {
        switch (number)
        {
            case 1:
                return (await Into.TakeIn(step, ct)).Refusal?.Reason;
            case 2:
                // Once more, for a merge that was refused here and broken off before that was recorded has let it go.
                if ((await Into.TakeIn(step, ct)).Refusal is { } gone) return await Off(gone, ct);
                if ((await From.GoInto(step, ct)).Refusal is { } refusal) return await Off(refusal, ct);
                // Again: erased in between, it must not take a living person with it.
                if ((await Into.TakeIn(step, ct)).Refusal is not { } erased) return null;
                await From.ComeBack(step, ct);
                return await Off(erased, ct);
            case 3:
                // What cannot be taken over stays as it is, and the page shows it: the histories are united all the same.
                await Into.Adopt(step, ct);
                await From.Keep(step, ct);
                return null;
            default:
                Accepted(await FromCredits.Lend(new LendCredits(step.Merge, step.Into, step.Caller), ct));
                Accepted(await FromHours.LendHours(step.Merge, step.Into, step.Caller, ct));
                return null;
        }
    }

    /// <summary>Does a step of the undoing, from 1.</summary>
    public async Task Undo(int number, CancellationToken ct)
    {
        switch (number)
        {
            case 1:
                Accepted(await IntoCredits.GiveBack(step.From, step.Merge, step.Caller, ct));
                Accepted(await IntoHours.GiveHoursBack(step.From, step.Merge, step.Caller, ct));
                break;
            case 2:
                Accepted(await FromCredits.TakeBack(step.Merge, step.Caller, ct));
                Accepted(await FromHours.TakeHoursBack(step.Merge, step.Caller, ct));
                break;
            case 3:
                await Into.Restore(step, ct);
                break;
            case 4:
                await From.ComeBack(step, ct);
                break;
            default:
                await Into.LetGo(step, ct);
                break;
        }
    }

    async Task<string> Off(Refusal refusal, CancellationToken ct)
    {
        await Into.LetGo(step, ct);
        return refusal.Reason;
    }

    static void Accepted<T>(Answer<T> answer)
    {
        if (answer.Refusal is { } refusal) throw new InvalidOperationException($"A step that nothing stands against was refused: {refusal.Reason}.");
    }
}
