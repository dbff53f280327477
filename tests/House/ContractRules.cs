using System.Reflection;
using System.Runtime.CompilerServices;
using JmaActors.Ledgers;
using JmaActors.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.House;

/// <summary>What crosses the wire and what stands in the journal keeps its names for ever.</summary>
public sealed class ContractRules
{
    static readonly Assembly Interfaces = typeof(MemberId).Assembly;
    static readonly Assembly Grains = typeof(LedgerNames).Assembly;

    static IEnumerable<Type> Types => Interfaces.GetTypes().Concat(Grains.GetTypes()).Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !(t.Namespace ?? "").StartsWith("OrleansCodeGen", StringComparison.Ordinal));

    static IEnumerable<Type> GrainInterfaces => Interfaces.GetTypes().Where(t => t.IsInterface && (typeof(IGrain).IsAssignableFrom(t) || typeof(IGrainObserver).IsAssignableFrom(t)));

    [Fact]
    public void Every_serialised_type_has_a_stable_name() =>
        Assert.Empty(Types.Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is not null && t.GetCustomAttribute<AliasAttribute>() is null).Select(t => t.FullName));

    [Fact]
    public void No_two_types_share_a_stable_name() =>
        Assert.Empty(Types.Select(t => t.GetCustomAttribute<AliasAttribute>()?.Alias).OfType<string>().GroupBy(a => a).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_actor_interface_and_method_has_a_stable_name()
    {
        Assert.Empty(GrainInterfaces.Where(t => t.GetCustomAttribute<AliasAttribute>() is null).Select(t => t.FullName));
        Assert.Empty(GrainInterfaces.SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<AliasAttribute>() is null).Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));
    }

    [Fact]
    public void Every_question_to_an_actor_can_be_cancelled() =>
        Assert.Empty(GrainInterfaces
            .Where(t => !typeof(IGrainObserver).IsAssignableFrom(t))
            .SelectMany(t => t.GetMethods())
            .Where(m => m.Name != "Report" && m.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));

    [Fact]
    public void Stored_events_and_actor_interfaces_are_as_recorded()
    {
        var now = string.Join('\n', Contract()) + "\n";
        var file = Path.Combine(Source.Root, "tests", "House", "contract.txt");
        if (Environment.GetEnvironmentVariable("JMA_UPDATE_CONTRACT") == "1") File.WriteAllText(file, now);

        Assert.True(File.Exists(file), "tests/House/contract.txt is missing; JMA_UPDATE_CONTRACT=1 writes it.");
        Assert.Equal(File.ReadAllText(file), now, ignoreLineEndingDifferences: true);
    }

    /// <summary>One line per event, with its fields, and per method of an actor interface.</summary>
    static IEnumerable<string> Contract()
    {
        foreach (var kind in Kinds().OrderBy(k => k.Kind, StringComparer.Ordinal))
        {
            foreach (var (name, schema, type) in kind.EventTypes)
            {
                var fields = type.GetProperties().Where(p => p.Name != "EqualityContract").OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{Name(p.PropertyType)}");
                yield return $"event {kind.Kind}/{name} v{schema} ({string.Join(", ", fields)})";
            }
        }
        foreach (var type in GrainInterfaces.OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            foreach (var method in type.GetMethods().OrderBy(m => m.Name, StringComparer.Ordinal))
            {
                yield return $"actor {type.GetCustomAttribute<AliasAttribute>()?.Alias}.{method.GetCustomAttribute<AliasAttribute>()?.Alias}({string.Join(", ", method.GetParameters().Select(p => Name(p.ParameterType)))}) : {Name(method.ReturnType)}";
            }
        }
    }

    /// <summary>Every ledger kind, made as a silo makes it; what knows figures gets the seeds.</summary>
    internal static IEnumerable<ILedgerKind> Kinds()
    {
        var seeds = Path.Combine(Source.Root, "seeds");
        var policies = System.IO.Directory.GetFiles(Path.Combine(seeds, "policy"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText);
        var services = new ServiceCollection();
        services.AddSingleton(PolicyBook.Parse(File.ReadAllText(Path.Combine(seeds, "curriculum-codes.csv")), policies));
        services.AddSingleton(s => s.GetRequiredService<PolicyBook>().Codes);
        var provider = services.BuildServiceProvider();
        return LedgerRegistration.Kinds(Grains).Select(type => (ILedgerKind)ActivatorUtilities.CreateInstance(provider, type));
    }

    static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
