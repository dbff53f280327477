using JmaActors.Ledgers;

namespace JmaActors.WorkHours;

/// <summary>Records of one sender decided together: one append, one row. Each is answered by itself, as if it had come alone and in its turn.</summary>
public sealed class WorkBatch(IReadOnlyList<RecordWork> commands)
{
    readonly (Refusal? Refusal, bool Repeat)[] found = new (Refusal?, bool)[commands.Count];

    internal IReadOnlyList<RecordWork> Commands => commands;

    internal void Found(int at, Refusal? refusal, bool repeat) => found[at] = (refusal, repeat);

    /// <summary>The answers, in order, read from the state after the batch.</summary>
    internal IReadOnlyList<Answer<WorkEntry>> Answers(WorkHoursState state, Func<WorkHoursState, string, WorkEntry?> entry)
    {
        var answers = new Answer<WorkEntry>[found.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            var (refusal, repeat) = found[i];
            answers[i] = new Answer<WorkEntry>(refusal is null ? entry(state, commands[i].Key) : null, refusal, state.Version, repeat);
        }
        return answers;
    }
}
