using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>Whether a plan leaves rest after a start of work, tried at every minute: 9 h in 24 h, after night duty 18 h in 46 h, for clinical residents 24 h in 48 h.</summary>
sealed class RestReference
{
    readonly int from;
    readonly bool[] rest, night;

    public RestReference(IReadOnlyList<WorkSpan> spans, int from, int to)
    {
        this.from = from;
        rest = new bool[to - from];
        night = new bool[to - from];
        var permitted = new bool[to - from];
        for (var minute = from; minute < to; minute++)
        {
            var here = spans.Where(s => minute >= s.From && minute < s.To).ToList();
            var working = here.Where(s => s.Counts && !here.Any(b => b.Kind == HoursKind.Break && b.Employer == s.Employer)).ToList();
            permitted[minute - from] = working.Count == 0 && here.Any(s => s.Kind == HoursKind.PermittedDuty);
            rest[minute - from] = working.Count == 0 && !permitted[minute - from] && !here.Any(s => s.Kind == HoursKind.Break);
            night[minute - from] = working.Any(w => here.Any(s => s.Kind == HoursKind.NightDuty && s.Employer == w.Employer));
        }
        // Unbroken permitted duty of nine hours is rest.
        for (var minute = 0; minute < permitted.Length; minute++)
        {
            var end = minute;
            while (end < permitted.Length && permitted[end]) end++;
            for (var m = minute; end - minute >= 540 && m < end; m++) rest[m] = true;
            minute = Math.Max(minute, end);
        }
    }

    public bool Left(int start, bool resident) =>
        Within(start, 1_440, 540) || !resident && Enumerable.Range(start - from, 2_760).Any(m => night[m]) && Within(start, 2_760, 1_080) || resident && Within(start, 2_880, 1_440);

    bool Within(int start, int within, int length)
    {
        var run = 0;
        for (var minute = start - from; minute < start - from + within; minute++)
        {
            run = rest[minute] ? run + 1 : 0;
            if (run >= length) return true;
        }
        return false;
    }
}
