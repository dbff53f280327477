using JmaActors.Journal;
using JmaActors.Operations;
using JmaActors.Time;
using Microsoft.Extensions.Time.Testing;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>Once a day all heads are signed.</summary>
public sealed class SealTests
{
    [Fact]
    public async Task A_day_is_sealed_once_and_a_seal_says_what_stood_then()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        var clock = new FakeTimeProvider(Tokyo.At(new DateOnly(2026, 11, 23), new TimeOnly(23, 50)));
        var signer = house.Service<IHeadSigner>();
        var store = house.Service<IJournalStore>();
        var sealer = new HeadSealer(store, signer, clock);
        await house.Add("a", "1");

        await sealer.SealOnceADay(ProbeHouse.Ct);
        await house.Add("a", "2");
        await sealer.SealOnceADay(ProbeHouse.Ct);
        var first = Assert.Single(await Seals(store));
        clock.Advance(TimeSpan.FromMinutes(10));
        await sealer.SealOnceADay(ProbeHouse.Ct);
        var second = (await Seals(store))[0];
        clock.Advance(TimeSpan.FromDays(1));
        await sealer.SealOnceADay(ProbeHouse.Ct);
        var third = (await Seals(store))[0];

        Assert.Equal([new(2026, 11, 23), new(2026, 11, 24), new DateOnly(2026, 11, 25)], [first.Date, second.Date, third.Date]);
        Assert.NotEqual(first.Digest, second.Digest);
        Assert.Equal(second.Digest, third.Digest);
        Assert.Equal(first.Ledgers, second.Ledgers);
    }

    [Fact]
    public async Task Nobody_without_the_key_signs_another_past_or_another_day()
    {
        using var folder = new DataFolder();
        await using var house = await ProbeHouse.Open(folder);
        var signer = house.Service<IHeadSigner>();
        await house.Add("a", "1");
        var seal = await new HeadSealer(house.Service<IJournalStore>(), signer, TimeProvider.System).Seal(ProbeHouse.Ct);
        var digest = Convert.FromHexString(seal.Digest);
        var signature = Convert.FromBase64String(seal.Signature);

        Assert.Equal(signer.KeyId, seal.KeyId);
        Assert.True(signer.Verify(HeadSealer.Signed(seal.Date, digest), signature));
        Assert.False(signer.Verify(HeadSealer.Signed(seal.Date.AddDays(1), digest), signature));
        digest[0] ^= 1;
        Assert.False(signer.Verify(HeadSealer.Signed(seal.Date, digest), signature));
    }

    static Task<IReadOnlyList<HeadSeal>> Seals(IJournalStore store) => store.Seals(10, ProbeHouse.Ct);
}
