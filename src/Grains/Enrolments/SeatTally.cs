namespace JmaActors.Enrolments;

/// <summary>Counts and queues over the seats, kept along with every change. Queues are in order of arrival.</summary>
public sealed class SeatTally
{
    readonly int[] held = new int[2];
    readonly SortedDictionary<int, Seat>[] waiting = [[], []];
    readonly SortedDictionary<int, Seat> childcare = [];

    public int WalkIns { get; private set; }

    public int OverCapacity { get; private set; }

    public int Cancelled { get; private set; }

    /// <summary>Children who will be looked after.</summary>
    public int Children { get; private set; }

    public int ChildrenWaiting { get; private set; }

    public Yen Due { get; private set; }

    public int Held(EnrolmentMode mode) => held[(int)mode];

    /// <summary>Who waits for a place, first come first.</summary>
    public SortedDictionary<int, Seat> Waiting(EnrolmentMode mode) => waiting[(int)mode];

    /// <summary>Who has a place and waits for childcare, first come first.</summary>
    public SortedDictionary<int, Seat> ForChildcare => childcare;

    /// <summary>Somebody waits for a place or for childcare.</summary>
    public bool AnyWaiting => waiting[0].Count + waiting[1].Count + childcare.Count > 0;

    public void Add(Seat seat) => Count(seat, 1);

    public void Remove(Seat seat) => Count(seat, -1);

    void Count(Seat seat, int by)
    {
        switch (seat.Standing)
        {
            case EnrolmentStanding.Waiting:
                Queue(waiting[(int)seat.Mode], seat, by);
                break;
            case EnrolmentStanding.Cancelled:
                Cancelled += by;
                break;
            default:
                CountHeld(seat, by);
                break;
        }
    }

    void CountHeld(Seat seat, int by)
    {
        held[(int)seat.Mode] += by;
        Due = by > 0 ? Due + seat.Due : Due - seat.Due;
        if (seat.WalkIn) WalkIns += by;
        if (seat.OverCapacity) OverCapacity += by;
        if (seat.Childcare == ChildcareStanding.Given) Children += by * seat.Children;
        if (seat.Childcare != ChildcareStanding.Waiting) return;
        ChildrenWaiting += by * seat.Children;
        Queue(childcare, seat, by);
    }

    static void Queue(SortedDictionary<int, Seat> queue, Seat seat, int by)
    {
        if (by > 0) queue.Add(seat.Arrival, seat);
        else queue.Remove(seat.Arrival);
    }
}
