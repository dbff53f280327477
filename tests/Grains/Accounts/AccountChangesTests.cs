using JmaActors.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.Grains.Accounts;

/// <summary>Web nodes hear that an account has changed before the change is answered.</summary>
public sealed class AccountChangesTests(SharedHouse shared) : IAsyncDisposable
{
    ActorHouse house = shared.House;

    static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    readonly List<(Node Node, IAccountObserver Reference)> nodes = [];

    readonly string account = Guid.NewGuid().ToString("n");

    static CancellationToken Ct => ActorHouse.Ct;

    IAccountChangesGrain Changes => house.Grains.GetGrain<IAccountChangesGrain>(0);

    IAccountGrain Account => house.Grains.GetGrain<IAccountGrain>(account);

    Task<Answer<OpenSession>> Open(string session = "s1") => Account.Open(new OpenAccess(session, "Chrome", "password", Caller.System), Ct);

    Task<Answer<AccountStanding>> End() => Account.End(new EndAccess("s1", null, Caller.System), Ct);

    /// <summary>A node that follows, and what it answers when told of this account.</summary>
    async Task<Node> Follows(Func<Task>? answer = null)
    {
        var node = new Node(account, answer ?? (() => Task.CompletedTask));
        var reference = house.Cluster.Client.CreateObjectReference<IAccountObserver>(node);
        nodes.Add((node, reference));
        await Changes.Follow(reference, Ct);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, reference) in nodes) await Changes.Unfollow(reference, CancellationToken.None);
    }

    [Fact]
    public async Task A_change_is_answered_when_every_node_has_heard_of_it()
    {
        // However slow this machine is: nobody gives up waiting.
        await using var patient = await ActorHouse.Open(services => services.AddSingleton<TimeProvider>(new Patient()));
        house = patient;
        await Open();
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (slow, quick) = (await Follows(() => heard.Task), await Follows());

        var end = End();
        await Task.WhenAll(slow.Told, quick.Told).WaitAsync(Within, Ct);
        Assert.False(end.IsCompleted);
        // What is read meanwhile is what will be answered, and waits for nobody.
        Assert.Empty((await Account.Standing(Ct).WaitAsync(Within, Ct)).Sessions);
        heard.SetResult();

        Assert.True((await end.WaitAsync(Within, Ct)).Accepted);
        nodes.Clear();
    }

    [Fact]
    public async Task A_node_that_never_answers_keeps_nobody_from_hearing_and_the_answer_comes_all_the_same()
    {
        await Open();
        var (dead, alive) = (await Follows(() => new TaskCompletionSource().Task), await Follows());

        Assert.True((await End().WaitAsync(Within, Ct)).Accepted);

        await Task.WhenAll(dead.Told, alive.Told).WaitAsync(Within, Ct);
    }

    [Fact]
    public async Task A_node_that_may_have_missed_something_is_told_to_begin_anew()
    {
        var (failing, well) = (await Follows(() => throw new InvalidOperationException("not now")), await Follows());
        var reference = nodes[0].Reference;
        var before = await Changes.Follow(reference, Ct);
        Assert.True((await Open()).Accepted);

        // Nobody waits for it before it has followed again.
        Assert.True((await End()).Accepted);
        Assert.Equal((1, 2), (failing.Count, well.Count));
        Assert.NotEqual(before, await Changes.Follow(reference, Ct));
        Assert.True((await Open("s2")).Accepted);
        Assert.Equal((2, 3), (failing.Count, well.Count));
    }

    /// <summary>The time, in which the limit of waiting never comes.</summary>
    sealed class Patient : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == AccountLimits.Heard ? Timeout.InfiniteTimeSpan : dueTime, period);
    }

    sealed class Node(string account, Func<Task> answer) : IAccountObserver
    {
        readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Told => told.Task;

        /// <summary>How often it was told.</summary>
        public int Count { get; private set; }

        public Task Changed(string changed)
        {
            if (changed != account) return Task.CompletedTask;
            Count++;
            told.TrySetResult();
            return answer();
        }
    }
}
