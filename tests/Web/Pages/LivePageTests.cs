using JmaActors.Pages;
using JmaActors.Tests.Web.Fakes;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Web.Pages;

/// <summary>What a live page shows and watches when somebody goes on before it is there.</summary>
public sealed class LivePageTests : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly SessionId First = new("P26-1.1");
    static readonly SessionId Second = new("P26-1.2");

    readonly FakeSeminarBoard _first = new("seminar/P26-1.1");
    readonly FakeSeminarBoard _second = new("seminar/P26-1.2");
    readonly BoardPage _page = new() { Caller = Eyes.Operator };
    readonly LiveFeed _feed;
    readonly HtmlRenderer _renderer;

    public LivePageTests()
    {
        var actors = new FakeActors()
            .Put<ISeminarBoardGrain>(First.Code, _first)
            .Put<ISessionGrain>(First.Code, new FakeSession(First, AssociationId.Prefecture(26)))
            .Put<ISeminarBoardGrain>(Second.Code, _second)
            .Put<ISessionGrain>(Second.Code, new FakeSession(Second, AssociationId.Prefecture(26)));
        _feed = new LiveFeed(new Gateway(actors, new BenefitRegistry(), new FakeEvidence(), TimeProvider.System, NullLogger<Gateway>.Instance), TimeProvider.System, NullLogger<LiveFeed>.Instance);
        var services = new ServiceCollection().AddSingleton(_feed).AddSingleton<IComponentActivator>(new Only(_page)).BuildServiceProvider();
        _renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        _first.Change("""{"session":"first"}""");
        _second.Change("""{"session":"second"}""");
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_goes_on_while_a_page_is_loading_sees_the_next_one_and_watches_nothing_else()
    {
        _first.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = _first.NextWatch;
        var loading = Go(First);
        await begun.WaitAsync(Patience, Ct);

        await Go(Second).WaitAsync(Patience, Ct);
        _first.Held.SetResult();
        await loading.WaitAsync(Patience, Ct);

        Assert.Equal(("second", 1), (_page.Shows?.Session, _feed.Watchers));
    }

    [Fact]
    public async Task Who_leaves_while_a_page_is_loading_watches_nothing()
    {
        _first.Held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = _first.NextWatch;
        var loading = Go(First);
        await begun.WaitAsync(Patience, Ct);

        await _renderer.Dispatcher.InvokeAsync(async () => await _page.DisposeAsync()).WaitAsync(Patience, Ct);
        _first.Held.SetResult();
        await loading.WaitAsync(Patience, Ct);

        Assert.Equal((null, 0), (_page.Shows, _feed.Watchers));
    }

    public async ValueTask DisposeAsync()
    {
        await _renderer.DisposeAsync();
        _feed.Dispose();
    }

    bool _there;

    Task Go(SessionId sitting) => _renderer.Dispatcher.InvokeAsync(() =>
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Sitting"] = sitting });
        if (_there) return _page.SetParametersAsync(parameters);
        _there = true;
        return _renderer.BeginRenderingComponent<BoardPage>(parameters).QuiescenceTask;
    });

    sealed class BoardPage : LivePage<Shown>
    {
        [Parameter] public SessionId Sitting { get; set; }

        public Shown? Shows => Picture;

        protected override Topic? Topic => JmaActors.Web.Access.Topic.Seminar(Sitting);
    }

    sealed record Shown(string? Session);

    /// <summary>Makes the one component there is.</summary>
    sealed class Only(BoardPage page) : IComponentActivator
    {
        public IComponent CreateInstance(Type componentType) => page;
    }
}
