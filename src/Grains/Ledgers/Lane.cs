using JmaActors.Journal;

namespace JmaActors.Ledgers;

/// <summary>What waits from one sender to one receiver, and the one delivery under way.</summary>
sealed class Lane(Outbox outbox, string sender, string receiver)
{
    readonly Lock gate = new();
    readonly Queue<ParcelRow> queue = [];
    TaskCompletionSource empty = Completed();
    bool running, suspended, dead;
    long newest, passedOver;

    public string Sender => sender;

    public string Receiver => receiver;

    /// <summary>Completes when nothing waits.</summary>
    public Task Empty
    {
        get
        {
            lock (gate) return empty.Task;
        }
    }

    /// <summary>False when the lane has ended meanwhile: a new one must take the parcel.</summary>
    public bool Add(in ParcelRow parcel)
    {
        lock (gate)
        {
            if (dead) return false;
            if (parcel.Version <= newest) return true;
            if (!suspended && outbox.Room())
            {
                Put(parcel);
                return true;
            }
            (suspended, passedOver) = (true, Math.Max(passedOver, parcel.Version));
            return true;
        }
    }

    /// <summary>Takes up again from what the database holds, unless a delivery is under way. False when the lane has ended meanwhile.</summary>
    public bool Refill(IReadOnlyList<ParcelRow> parcels)
    {
        lock (gate)
        {
            if (dead) return false;
            if (running) return true;
            suspended = false;
            outbox.Gone(queue.Count);
            queue.Clear();
            newest = 0;
            foreach (var parcel in parcels)
            {
                if (!outbox.Room())
                {
                    suspended = true;
                    break;
                }
                Put(parcel);
            }
            // Told while the database was read, and so behind what was read but not in it: what comes next must not overtake it.
            if (passedOver > newest) suspended = true;
            return true;
        }
    }

    void Put(in ParcelRow parcel)
    {
        queue.Enqueue(parcel);
        newest = parcel.Version;
        if (empty.Task.IsCompleted) empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (running) return;
        running = true;
        _ = Task.Run(Run);
    }

    async Task Run()
    {
        var (attempt, pause) = (0, outbox.Limits.RetryPause);
        while (Peek() is { Length: > 0 } parcels)
        {
            attempt++;
            string? stuck;
            try
            {
                var receipt = await outbox.Deliver(this, parcels);
                if (Take(receipt.SeenUpTo) > 0) (attempt, pause) = (0, outbox.Limits.RetryPause);
                if (receipt.Parked is null) continue;
                stuck = receipt.Parked;
            }
            catch (Exception e)
            {
                outbox.LogRetry(e, this, attempt);
                // Who cannot be reached now is not stuck: an outage ends, and what waits then goes on by itself.
                stuck = e is TryAgainException or TimeoutException || attempt < outbox.Limits.Attempts ? null : e.GetType().Name;
            }
            if (stuck is not null && await Park(stuck, attempt)) return;
            await outbox.Pause(pause);
            pause = pause * 2 < outbox.Limits.RetryPauseMost ? pause * 2 : outbox.Limits.RetryPauseMost;
        }
    }

    /// <summary>The next parcels to deliver; none ends the run.</summary>
    ParcelRow[] Peek()
    {
        lock (gate)
        {
            if (queue.Count > 0) return [.. queue.Take(outbox.Limits.Batch)];
            running = false;
            empty.TrySetResult();
            if (!suspended)
            {
                dead = true;
                outbox.Forget(this);
            }
            return [];
        }
    }

    int Take(long seenUpTo)
    {
        lock (gate)
        {
            var taken = 0;
            while (queue.TryPeek(out var next) && next.Version <= seenUpTo)
            {
                outbox.Delivered(next);
                queue.Dequeue();
                taken++;
            }
            outbox.Gone(taken);
            return taken;
        }
    }

    /// <summary>Suspends the lane until an operator retries: what is behind a stuck parcel must not overtake it.</summary>
    async Task<bool> Park(string reason, int attempts)
    {
        ParcelRow head;
        lock (gate)
        {
            if (!queue.TryPeek(out head)) return false;
        }
        try
        {
            await outbox.Park(head, reason, attempts);
        }
        catch (Exception e)
        {
            outbox.LogRetry(e, this, attempts);
            return false;
        }
        lock (gate)
        {
            suspended = true;
            running = false;
            outbox.Gone(queue.Count);
            queue.Clear();
            empty.TrySetResult();
        }
        return true;
    }

    static TaskCompletionSource Completed()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
