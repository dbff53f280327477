using System.Reflection;
using JmaActors.WorkHours;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Grains.WorkHours;

/// <summary>Figures that follow a clock-in, where something goes wrong.</summary>
public sealed class LateHoursTests
{
    [Fact]
    public async Task One_whose_figures_cannot_be_put_or_whose_call_is_cancelled_elsewhere_ends_nothing()
    {
        var late = new LateHours();
        var work = new LateHoursWork(late, null!, DispatchProxy.Create<IGrainFactory, Failing>(), new LateHoursLimits(), NullLogger<LateHoursWork>.Instance);
        for (var member = 1; member <= Failing.Faults.Count; member++) late.Due(member);

        await work.Next(ActorHouse.Ct);
        Assert.Equal(0, late.Waiting);

        late.Due(1);
        using var own = new CancellationTokenSource();
        await own.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.Next(own.Token));
    }

    /// <summary>Fails otherwise for each number.</summary>
    public class Failing : DispatchProxy
    {
        public static readonly IReadOnlyList<Exception> Faults = [new OperationCanceledException(), new InvalidOperationException("a row the database refused"), new TimeoutException()];

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw Faults[(int)(long)args![0]! - 1];
    }
}
