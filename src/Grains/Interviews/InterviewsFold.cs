using JmaActors.Ledgers;

namespace JmaActors.Interviews;

/// <summary>How events fold into the interviews of a workplace. Total and deterministic.</summary>
static class InterviewsFold
{
    public static void Evolve(InterviewsState state, InterviewEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        if (e.Key.Length > 0) state.Done.Add(e.Key);
        switch (e)
        {
            case InstitutionHeadNamed h: state.Head = h.Head; break;
            case SuperiorNamed s: state.Superiors[s.Member] = s.Superior; break;
            case InterviewerKept k:
                state.Interviewers[k.Member] = k;
                state.Ended.Remove(k.Member);
                break;
            case InterviewerEnded n: state.Ended[n.Member] = n.On; break;
            case InterviewCaseEvent of: Evolve(state.Case(of.Member, of.Month, meta.Recorded), of, meta); break;
        }
    }

    static void Evolve(InterviewCase c, InterviewCaseEvent e, in EventMeta meta)
    {
        c.Version = meta.Version;
        switch (e)
        {
            case InterviewAssigned a:
                // The date was the other one's.
                (c.Interviewer, c.Dropped, c.Appointment, c.Place) = (a.Interviewer, false, null, "");
                break;
            case InterviewAppointed a: (c.Appointment, c.Place) = (a.At, a.Place); break;
            case FatigueCheckFilled f: (c.Checked, c.Sign, c.Answers) = (meta.Recorded, f.Sign, f.Sealed); break;
            case InterviewHeld h: (c.Held, c.Record, c.Opinion, c.Advice, c.Dropped) = (h.At, h.Record, h.Opinion, h.Advice, false); break;
            case InterviewReceived r: (c.Held, c.Opinion, c.Advice, c.From, c.Dropped) = (r.At, r.Opinion, r.Advice, r.From, false); break;
            case InterviewPassedOn p: c.PassedTo.Add(p.To); break;
            case InterviewMeasuresDecided m:
                c.Measures.Add(new HeldMeasure(meta.Recorded, m.Measures, m.Sealed, m.Until, false, meta.Caller));
                c.Decided |= c.Held is not null;
                c.Finished = c.Held is not null && m.Measures == InterviewMeasures.None && c.Measures.TrueForAll(x => x.Measures is null or InterviewMeasures.None);
                break;
            case InterviewMeasuresFollowed f:
                c.Measures.Add(new HeldMeasure(meta.Recorded, null, f.Sealed, null, f.Done, meta.Caller));
                c.Finished = f.Done && c.Decided;
                break;
            case InterviewDropped d:
                c.Measures.Add(new HeldMeasure(meta.Recorded, null, d.Sealed, null, true, meta.Caller));
                c.Dropped = true;
                break;
        }
    }
}
