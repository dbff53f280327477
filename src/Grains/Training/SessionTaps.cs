using JmaActors.Ledgers;

namespace JmaActors.Training;

/// <summary>How taps are kept in a session's log, and taken back.</summary>
static class SessionTaps
{
    public static void Keep(SessionState state, Tapped t, in EventMeta meta)
    {
        var bits = Bits(t.Direction, t.As, t.Manual) | TapBits.Stamped | (t.Forced is null ? TapBits.None : TapBits.Forced);
        Add(state, t.Device, t.Nonce, t.At, t.Member, bits, t.Forced, t.Pass, meta);
    }

    public static void Keep(SessionState state, TapRefused r, in EventMeta meta)
    {
        var stamped = r.Member is not null && TapRules.MayCountYet(r.Reason);
        // A pass is used by going in or out, not by being refused.
        Add(state, r.Device, r.Nonce, r.At, r.Member ?? 0, Bits(r.Direction, r.As, r.Manual) | (stamped ? TapBits.Stamped : TapBits.None), r.Reason, null, meta);
        state.Tally.Refuse(state.Taps.Count - 1);
        if (!stamped) return;
        var marks = (r.Manual ? StampMarks.Manual : StampMarks.None) | (r.Force ? StampMarks.Force : StampMarks.None) | r.Reason switch
        {
            TapRules.AfterConfirmation => StampMarks.Afterwards,
            TapRules.NotRegistered => StampMarks.SentAway,
            TapRules.Full or TapRules.TooEarly => StampMarks.Barred,
            _ => StampMarks.None,
        };
        state.Keep(r.Member!.Value, state.Associations.Number(r.Association ?? SessionState.NoAssociation), new Stamp(r.At.UtcTicks, Stamp.KindOf(r.Direction), marks));
    }

    public static void Undo(SessionState state, TapUndone u)
    {
        var key = TapKey.Of(u.Device, u.Nonce);
        var tap = state.Taps[key];
        state.Taps.Undo(key);
        if (tap.Bits.HasFlag(TapBits.Stamped)) state.Unstamp(tap.Member, tap.AtTicks, tap.Kind, !tap.Refused);
    }

    static TapBits Bits(TapDirection asked, TapDirection? resolved, bool manual) =>
        (TapBits)(byte)Stamp.KindOf(asked) | ((resolved ?? asked) == TapDirection.Out ? TapBits.Out : TapBits.None) | (manual ? TapBits.Manual : TapBits.None);

    static void Add(SessionState state, string device, string nonce, DateTimeOffset at, long member, TapBits bits, string? reason, long? pass, in EventMeta meta)
    {
        if (pass is { } shown) state.Passes.Add(shown);
        state.Taps.Add(new TapRecord(
            TapKey.Of(device, nonce), at.UtcTicks, meta.Recorded.UtcTicks, member, meta.Version, state.Tally.Inside,
            (ushort)state.Devices.Number(device), bits, (byte)state.Reasons.Number(reason ?? "")));
    }
}
