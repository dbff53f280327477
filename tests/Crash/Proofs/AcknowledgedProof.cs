using JmaActors.Crash.Journal;
using JmaActors.Crash.Load;

namespace JmaActors.Crash.Proofs;

/// <summary>What was acknowledged is there once, as acknowledged, and nothing is there that nobody sent.</summary>
static class AcknowledgedProof
{
    /// <summary>The demonstration's own taps come from readers of this kind of name.</summary>
    static readonly string[] Devices = ["gate-", "rush"];

    public static string Hold(IReadOnlyCollection<Order> orders, History history, Database database, Complaints complaints)
    {
        var taps = Taps(orders.OfType<TapOrder>(), history, complaints);
        var credits = Credits(orders.OfType<CreditOrder>(), history, complaints);
        var changes = Changes(orders.OfType<MemberOrder>().ToList(), history, database, complaints);
        return $"{taps} taps, {credits} credits, {changes} changes of people, each there once";
    }

    static int Taps(IEnumerable<TapOrder> orders, History history, Complaints complaints)
    {
        var (count, sent) = (0, new HashSet<(string, string, string)>());
        foreach (var order in orders)
        {
            if (!history.Sessions.TryGetValue(order.Session, out var story))
            {
                complaints.Add($"session {order.Session} is not there");
                continue;
            }
            for (var i = 0; i < order.Taps.Count; i++)
            {
                var tap = order.Taps[i];
                sent.Add((order.Session, tap.Device, tap.Nonce));
                if (!story.Taps.TryGetValue((tap.Device, tap.Nonce), out var found)) complaints.Add($"tap {tap.Device}/{tap.Nonce} at {order.Session} was acknowledged and is lost");
                else complaints.Same($"tap {tap.Device}/{tap.Nonce} at {order.Session}", order.Answers[i], found);
                count++;
            }
        }
        foreach (var (session, story) in history.Sessions)
        {
            foreach (var (device, nonce) in story.Taps.Keys)
            {
                if (Devices.Any(d => device.StartsWith(d, StringComparison.Ordinal)) && !sent.Contains((session, device, nonce))) complaints.Add($"tap {device}/{nonce} at {session} was never sent");
            }
        }
        return count;
    }

    static int Credits(IEnumerable<CreditOrder> orders, History history, Complaints complaints)
    {
        var count = 0;
        foreach (var order in orders)
        {
            count++;
            var story = history.Credits.GetValueOrDefault(order.Member);
            if (story is null || !story.Entries.TryGetValue(order.Key, out var entry))
            {
                complaints.Add($"credit {order.Key} of {order.Member} was acknowledged and is lost");
                continue;
            }
            complaints.Same($"times credit {order.Key} of {order.Member} was recorded", 1, story.Openings[order.Key]);
            complaints.Same(
                $"credit {order.Key} of {order.Member}",
                (order.Tenths, order.Code, order.Post ? Assessed.Posted : Assessed.Pending),
                (entry.Tenths, entry.Code, entry.State));
        }
        return count;
    }

    static int Changes(List<MemberOrder> orders, History history, Database database, Complaints complaints)
    {
        var byKey = orders.ToDictionary(o => o.Key, StringComparer.Ordinal);
        foreach (var order in orders)
        {
            var story = history.Members.GetValueOrDefault(order.Member);
            if (story is null || !story.Changes.Contains((order.Key, order.Name is not null))) complaints.Add($"change {order.Key} of {order.Member} was acknowledged and is lost");
        }
        var shown = database.Rows("SELECT member_id, name, local FROM member", r => (Member: Database.Number(r, 0), Name: r.GetString(1), Local: Database.Text(r, 2))).ToDictionary(r => r.Member);
        foreach (var (member, story) in history.Members)
        {
            if (story.Changes.FindLast(c => c.Profile) is ({ } key, true) && byKey.TryGetValue(key, out var last)) complaints.Same($"name of {member}", last.Name, shown[member].Name);
            complaints.Same($"association of {member}", story.Local, shown[member].Local);
        }
        return orders.Count;
    }
}
