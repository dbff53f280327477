using JmaActors.Ledgers;

namespace JmaActors.Applications;

/// <summary>How an application's events fold. Pure.</summary>
static class ApplicationFold
{
    public static void Evolve(ApplicationState state, ApplicationEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        if (e is ApplicationReminded reminded) state.Remind = reminded.Next;
        else Moved(state, e, meta);
    }

    static void Moved(ApplicationState state, ApplicationEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case ApplicationDrafted drafted:
                if (state.Status is null) (state.Begun, state.BegunBy) = (meta.Recorded, Desk(meta.Caller));
                (state.Status, state.Request, state.Words, state.Documents) = (state.Status ?? ApplicationStatus.Draft, drafted.Request, drafted.Sealed, [.. drafted.Documents]);
                break;
            case ApplicationSubmitted submitted:
                (state.Status, state.Asked, state.Before, state.Steps, state.Due) = (ApplicationStatus.Waiting, state.Request, submitted.Before, [.. submitted.Steps], submitted.Due);
                (state.AskedWords, state.AskedDocuments, state.HandedBy) = (state.Words, [.. state.Documents], Desk(meta.Caller));
                state.Submitted ??= meta.Recorded;
                state.Offices = [.. state.Offices.Union(submitted.Steps.Select(s => s.Office.Code), StringComparer.Ordinal)];
                Say(state, meta, ApplicationWord.Submitted, "", state.Words);
                break;
            case ApplicationAnswered answered:
                state.Steps[state.Turn] = state.Steps[state.Turn] with { Word = answered.Word, At = meta.Recorded, By = meta.Caller };
                state.Keys.Add(ApplicationState.Word(answered.Office, answered.Key));
                Say(state, meta, answered.Word, answered.Office, answered.Sealed);
                (state.Status, state.Due) = (answered.Status, answered.Due);
                break;
            case ApplicationWithdrawn:
                (state.Status, state.Due) = (ApplicationStatus.Withdrawn, null);
                Say(state, meta, ApplicationWord.Withdrawn, "", null);
                break;
            case ApplicationRecorded:
                state.Status = ApplicationStatus.Done;
                break;
            case ApplicationNotRecorded:
                // Whoever agreed agreed to something else than there is now.
                (state.Status, state.Steps) = (ApplicationStatus.Returned, [.. state.Steps.Select(s => s with { Word = null, At = null, By = null })]);
                Say(state, meta, ApplicationWord.NotRecorded, "", null);
                break;
            case ApplicationUndoing undoing:
                state.Status = ApplicationStatus.Undoing;
                Say(state, meta, ApplicationWord.Undone, undoing.Office, undoing.Sealed);
                break;
            case ApplicationUndone undone:
                state.Status = undone.Refused is null ? ApplicationStatus.Undone : ApplicationStatus.Done;
                if (undone.Refused is not null) Say(state, meta, ApplicationWord.NotRecorded, "", null);
                break;
        }
        state.Remind = state is { Status: ApplicationStatus.Waiting, Due: { } due } ? due.AddDays(1) : null;
    }

    /// <summary>The office whose clerk did something in its own name; empty for everybody else.</summary>
    static string Desk(Caller caller) => caller is { Role: CallerRole.Office, For: null } ? caller.Scope : "";

    static void Say(ApplicationState state, in EventMeta meta, ApplicationWord word, string office, byte[]? words) => state.Lines.Add(new SealedWord(meta.Recorded, word, office, meta.Caller, words));
}
