using System.Globalization;
using JmaActors.Demonstration;
using JmaActors.Dues;
using JmaActors.Time;

namespace JmaActors.Composition;

/// <summary>Plays payments that arrive, of whoever owes most, so that boards of dues move. Once everybody has paid nothing more happens.</summary>
public sealed class LiveDues(IGrainFactory grains, TimeProvider time, ILogger<LiveDues> log)
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(4), Rest = TimeSpan.FromMinutes(5), AfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>Whose members pay: the boards above move with theirs.</summary>
    static readonly AssociationId Office = AssociationId.Prefecture(26);

    public async Task Run(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await Task.Delay(await Play(ct) ? Step : Rest, time, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                SiloLog.LiveFailed(log, e);
                await Task.Delay(AfterFailure, time, ct);
            }
        }
    }

    async Task<bool> Play(CancellationToken ct)
    {
        var today = Tokyo.DateOf(time.GetUtcNow());
        var page = await grains.GetGrain<IDuesListGrain>(0).People(new DuesQuery(Office, FiscalYear.Of(today), null, DuesOrder.Open, null, 1), Caller.System, ct);
        if (page.Lines.Count == 0 || page.Lines[0].Open == Yen.Zero || page.Lines[0].Status == DuesStatus.Pending) return false;
        var key = string.Create(CultureInfo.InvariantCulture, $"live-{time.GetUtcNow().UtcTicks}");
        var paid = await grains.GetGrain<IDuesGrain>(page.Lines[0].Member.Number).Pay(new PayDues(key, page.Lines[0].Open, today, PaymentChannel.Transfer, "見本", Caller.System), ct);
        return paid.Accepted;
    }
}
