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

    /// <summary>Whose money is waited for, the most urgent first. What was not sent is paid by nobody, and would stand above all others in a list of whoever owes most.</summary>
    static readonly DuesStatus[] Waited = [DuesStatus.Overdue, DuesStatus.Posted, DuesStatus.Partly];

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

    /// <summary>One payment; false when nobody owes anything that was sent.</summary>
    internal async Task<bool> Play(CancellationToken ct)
    {
        var today = Tokyo.DateOf(time.GetUtcNow());
        DuesLineOf? owing = null;
        foreach (var status in Waited)
            owing ??= (await grains.GetGrain<IDuesListGrain>(0).People(new DuesQuery(Office, FiscalYear.Of(today), status, DuesOrder.Open, null, 1), Caller.System, ct)).Lines.FirstOrDefault(l => l.Open > Yen.Zero);
        if (owing is null) return false;
        var key = string.Create(CultureInfo.InvariantCulture, $"live-{time.GetUtcNow().UtcTicks}");
        var paid = await grains.GetGrain<IDuesGrain>(owing.Member.Number).Pay(new PayDues(key, owing.Open, today, PaymentChannel.Transfer, "見本", Caller.System), ct);
        return paid.Accepted;
    }
}
