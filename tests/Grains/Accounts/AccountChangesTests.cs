using JmaActors.Accounts;

namespace JmaActors.Tests.Grains.Accounts;

/// <summary>Web nodes hear that an account has changed before the change is answered.</summary>
public sealed class AccountChangesTests(SharedHouse shared) : IAsyncDisposable
{
    static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    readonly List<(Node Node, IAccountObserver Reference)> nodes = [];

    readonly string account = Guid.NewGuid().ToString("n");

    static CancellationToken Ct => ActorHouse.Ct;

    IAccountChangesGrain Changes => shared.House.Grains.GetGrain<IAccountChangesGrain>(0);

    IAccountGrain Account => shared.House.Grains.GetGrain<IAccountGrain>(account);

    Task<Answer<OpenSession>> Open(string session = "s1") => Account.Open(new OpenAccess(session, "Chrome", "password", Caller.System), Ct);

    Task<Answer<AccountStanding>> End() => Account.End(new EndAccess("s1", null, Caller.System), Ct);

    /// <summary>A node that follows, and what it answers when told of this account.</summary>
    async Task<Node> Follows(Func<Task>? answer = null)
    {
        var node = new Node(account, answer ?? (() => Task.CompletedTask));
        var reference = shared.House.Cluster.Client.CreateObjectReference<IAccountObserver>(node);
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
    }

    [Fact]
    public async Task A_node_that_never_answers_keeps_nobody_from_hearing_and_the_answer_comes_all_the_same()
    {
        await Open();
        var (dead, alive) = (await Follows(() => new TaskCompletionSource().Task), await Follows());

        Assert.True((await End().WaitAsync(Within, Ct)).Accepted);

        await Task.WhenAll(dead.Told, alive.Told).WaitAsync(Within, Ct);

        // Nor is it waited for again.
        Assert.True((await Open("s2").WaitAsync(Within, Ct)).Accepted);
        Assert.Equal((1, 2), (dead.Count, alive.Count));
    }

    [Fact]
    public async Task A_node_that_may_have_missed_something_is_told_to_begin_anew()
    {
        await Follows(() => throw new InvalidOperationException("not now"));
        var reference = nodes[0].Reference;
        var before = await Changes.Follow(reference, Ct);

        Assert.True((await Open()).Accepted);

        Assert.NotEqual(before, await Changes.Follow(reference, Ct));
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
