using JmaActors.Training;

namespace JmaActors.Demonstration;

/// <summary>
/// A plausible day at the door: most come in the half hour before the first talk, some late; a few step out early, most leave after the last
/// talk; now and then a card nobody knows. The same taps for the same program, cards and seed, so playing it twice changes nothing.
/// </summary>
public static class DemonstrationDoor
{
    const int LatePercent = 12;
    const int EarlyPercent = 6;

    /// <summary>One unknown card for about this many people.</summary>
    const int PeoplePerUnknownCard = 40;

    static readonly string[] Devices = ["demo-door-1", "demo-door-2", "demo-door-3"];

    /// <summary>All taps of the day, in order of event time.</summary>
    public static IReadOnlyList<TapCard> Taps(CreateProgram program, SessionId session, IReadOnlyList<CardNumber> cards, ulong seed)
    {
        var caller = new Caller("door:demo", CallerRole.Door, session.Code);
        var taps = new List<TapCard>(cards.Count * 2 + cards.Count / PeoplePerUnknownCard);
        for (var i = 0; i < cards.Count; i++)
        {
            var numbers = SeededNumbers.Of(seed, DemonstrationStreams.Door, i);
            var device = Devices[numbers.Below(Devices.Length)];
            var (start, end) = (program.Talks[0].Start, program.Talks[^1].End);
            var comes = numbers.Chance(LatePercent) ? start.AddSeconds(numbers.Between(10, 2_400)) : start.AddSeconds(-numbers.Bell(5, 2_400));
            var goes = numbers.Chance(EarlyPercent) ? Middle(program, ref numbers) : end.AddSeconds(numbers.Bell(5, 1_500));
            taps.Add(new TapCard(cards[i], TapDirection.In, comes, device, $"{session}-{i}-in", caller));
            if (goes > comes) taps.Add(new TapCard(cards[i], TapDirection.Out, goes, device, $"{session}-{i}-out", caller));
            if (i % PeoplePerUnknownCard == PeoplePerUnknownCard - 1)
                taps.Add(new TapCard(new CardNumber($"UNKNOWN{i:D5}"), TapDirection.In, comes.AddSeconds(3), device, $"{session}-{i}-unknown", caller));
        }
        return [.. taps.OrderBy(t => t.At).ThenBy(t => t.Nonce, StringComparer.Ordinal)];
    }

    /// <summary>Some moment within a talk.</summary>
    static DateTimeOffset Middle(CreateProgram program, ref SeededNumbers numbers)
    {
        var talk = program.Talks[numbers.Below(program.Talks.Count)];
        return talk.Start.AddSeconds(numbers.Below((int)(talk.End - talk.Start).TotalSeconds));
    }
}
