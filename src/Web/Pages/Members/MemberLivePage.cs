using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Web.Access;
using JmaActors.Web.Live;
using JmaActors.WorkHours;
using Microsoft.AspNetCore.Components;

namespace JmaActors.Pages.Members;

/// <summary>A person's page: watches the person's own credit ledger and asks every benefit again when it changes.</summary>
public abstract class MemberLivePage : LivePage<CreditPicture>
{
    LiveWatch? recordWatch, hoursWatch, duesWatch;
    string? recordWatched, hoursWatched, duesWatched;
    bool asking;
    (long Credits, long Beside) asked = (-1, -1), wanted;

    [Inject] public Gateway Gateway { get; set; } = null!;

    [Inject] public TimeProvider Time { get; set; } = null!;

    [Inject] public NavigationManager Nav { get; set; } = null!;

    [Parameter] public string Key { get; set; } = "";

    [PersistentState] public MemberView? Member { get; set; }

    [PersistentState] public string? AssociationName { get; set; }

    [PersistentState] public IReadOnlyList<BenefitCard>? Cards { get; set; }

    /// <summary>Identity and membership with their dates.</summary>
    [PersistentState] public MemberRecord? Record { get; set; }

    /// <summary>Whether the page shows the cards of benefits, of which working hours change by themselves.</summary>
    protected virtual bool ShowsCards => false;

    /// <summary>The version of the record shown.</summary>
    protected long RecordVersion => Record?.Member.Version ?? 0;

    protected override Topic? Topic => MemberId.TryParse(Key, out var id) ? Web.Access.Topic.Credits(id) : null;

    protected DateOnly Today => Design.Show.DayOf(Time.GetUtcNow());

    protected override async Task OnParametersSetAsync()
    {
        var key = Key;
        if (Member is not null && Member.Id.ToString() != key) (Member, AssociationName, Cards, Record) = (null, null, null, null);
        await base.OnParametersSetAsync().ConfigureAwait(true);
        if (key == Key) await ReadMember().ConfigureAwait(true);
        if (key == Key) await WatchRecord().ConfigureAwait(true);
        if (key == Key) await WatchBeside().ConfigureAwait(true);
    }

    async Task WatchBeside()
    {
        await WatchHours().ConfigureAwait(true);
        await WatchDues().ConfigureAwait(true);
    }

    /// <summary>Watches dues: their card too is asked for again with each change.</summary>
    async Task WatchDues()
    {
        var key = Key;
        if (!ShowsCards || Fault is not null || duesWatched == key || !MemberId.TryParse(key, out var id)) return;
        duesWatched = key;
        try
        {
            if (duesWatch is { } old) await old.DisposeAsync().ConfigureAwait(true);
            duesWatch = null;
            var begun = await Feed.Watch<DuesView>(Web.Access.Topic.MemberDues(id), Caller, _ => InvokeAsync(() => BesideChanged(key)), Leaving).ConfigureAwait(true);
            if (key == Key && !Leaving.IsCancellationRequested) duesWatch = begun;
            else await begun.DisposeAsync().ConfigureAwait(true);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left before the first picture came.
            return;
        }
        catch (Exception fault)
        {
            if (key == Key) Fault = fault;
        }
    }

    /// <summary>Watches the hours of whoever's are for this reader to see: their card is asked for again with each change.</summary>
    async Task WatchHours()
    {
        var key = Key;
        if (!ShowsCards || Fault is not null || hoursWatched == key || !MemberId.TryParse(key, out var id) || !Gateway.MaySeeHours(id, Caller)) return;
        hoursWatched = key;
        try
        {
            if (hoursWatch is { } old) await old.DisposeAsync().ConfigureAwait(true);
            hoursWatch = null;
            var begun = await Feed.Watch<MemberHoursPicture>(Web.Access.Topic.Hours(id), Caller, _ => InvokeAsync(() => BesideChanged(key)), Leaving).ConfigureAwait(true);
            if (key == Key && !Leaving.IsCancellationRequested) hoursWatch = begun;
            else await begun.DisposeAsync().ConfigureAwait(true);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left before the first picture came.
            return;
        }
        catch (Exception fault)
        {
            if (key == Key) Fault = fault;
        }
    }

    Task BesideChanged(string key) =>
        key == Key && Cards is not null && !Leaving.IsCancellationRequested ? AskAgain(wanted with { Beside = wanted.Beside + 1 }) : Task.CompletedTask;

    /// <summary>Watches identity and membership too: whatever changes is read again.</summary>
    async Task WatchRecord()
    {
        var key = Key;
        if (Fault is not null || recordWatched == key || !MemberId.TryParse(key, out var id)) return;
        recordWatched = key;
        try
        {
            if (recordWatch is { } old) await old.DisposeAsync().ConfigureAwait(true);
            recordWatch = null;
            var begun = await Feed.Watch<MemberPicture>(Web.Access.Topic.Record(id), Caller, picture => InvokeAsync(() => RecordChanged(key, picture)), Leaving).ConfigureAwait(true);
            if (key == Key && !Leaving.IsCancellationRequested) recordWatch = begun;
            else await begun.DisposeAsync().ConfigureAwait(true);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left before the first picture came.
            return;
        }
        catch (Exception fault)
        {
            if (key == Key) Fault = fault;
        }
    }

    Task RecordChanged(string key, MemberPicture picture) =>
        key == Key && Member is not null && picture.Version > Member.Version && !Leaving.IsCancellationRequested ? Reread() : Task.CompletedTask;

    /// <summary>Reads the person anew, and all that hangs on it, while what was read before stays in view.</summary>
    protected async Task Reread()
    {
        await ReadMember(again: true).ConfigureAwait(true);
        StateHasChanged();
    }

    public override async ValueTask DisposeAsync()
    {
        if (recordWatch is { } watch) await watch.DisposeAsync().ConfigureAwait(true);
        if (hoursWatch is { } hours) await hours.DisposeAsync().ConfigureAwait(true);
        if (duesWatch is { } dues) await dues.DisposeAsync().ConfigureAwait(true);
        (recordWatch, hoursWatch, duesWatch) = (null, null, null);
        await base.DisposeAsync().ConfigureAwait(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What "try again" does: the watch is begun and the person read anew.</summary>
    protected async Task Again()
    {
        (Member, recordWatched, hoursWatched, duesWatched) = (null, null, null, null);
        await Begin().ConfigureAwait(true);
        await ReadMember().ConfigureAwait(true);
        await WatchRecord().ConfigureAwait(true);
        await WatchBeside().ConfigureAwait(true);
    }

    /// <summary>Reads the person, the association's name and the benefits, unless they are there.</summary>
    async Task ReadMember(bool again = false)
    {
        var key = Key;
        if (Fault is not null || (!again && Member is not null && Member.Id.ToString() == Key) || !MemberId.TryParse(Key, out var id)) return;
        try
        {
            var member = await Gateway.ReadMember(id, Caller, Leaving).ConfigureAwait(true) ?? throw new NothingThereException("member");
            if (member.Id != id && Caller.Role != CallerRole.Member)
            {
                // The number of a record that was merged leads to the person's.
                Nav.NavigateTo(Nav.Uri.Replace($"/{id}", $"/{member.Id}", StringComparison.Ordinal), replace: true);
                return;
            }

            var record = await Gateway.Record(id, Caller, Leaving).ConfigureAwait(true);
            var name = await NameOf(member.Membership.Local).ConfigureAwait(true);
            var cards = await Gateway.Benefits(id, Today, Caller, Leaving).ConfigureAwait(true);

            // Somebody who went on to another person meanwhile is shown that one.
            if (key == Key) (Member, AssociationName, Cards, Record) = (member, name, cards, record);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left before the answers came.
            return;
        }
        catch (Exception fault) when (fault is not NavigationException)
        {
            if (key == Key) Fault = fault;
        }
    }

    protected override void Seen(CreditPicture picture)
    {
        if (Cards is not null && picture.Version != wanted.Credits) _ = AskAgain(wanted with { Credits = picture.Version });
    }

    async Task AskAgain((long Credits, long Beside) changed)
    {
        wanted = changed;
        if (asking || Member is null) return;
        asking = true;
        try
        {
            while (asked != wanted)
            {
                var (upTo, id) = (wanted, Member.Id);
                var cards = await Gateway.Benefits(id, Today, Caller, Leaving).ConfigureAwait(true);
                if (Member?.Id != id) return;
                (Cards, asked) = (cards ?? Cards, upTo);
            }

            StateHasChanged();
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The person left; there is nothing to draw any more.
            return;
        }
        catch (TryAgainException)
        {
            // The cards keep the figures of the last answer; the next change asks again.
            return;
        }
        finally
        {
            asking = false;
        }
    }

    async Task<string?> NameOf(AssociationId? local)
    {
        if (local is not { } id) return null;
        var names = await Gateway.AssociationNames([id.Code, id.Code[..2]], Caller, Leaving).ConfigureAwait(true);
        return string.Join(" ", new[] { names.GetValueOrDefault(id.Code[..2]), names.GetValueOrDefault(id.Code) }.Where(n => n is not null));
    }
}
