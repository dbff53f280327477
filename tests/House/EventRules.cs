using System.Reflection;
using System.Xml.Linq;
using JmaActors.Ledgers;
using JmaActors.Records;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.House;

/// <summary>Every event that can be stored has words in both languages, and every fact a history speaks of; no words are kept for events there are none of.</summary>
public sealed class EventRules
{
    const string Event = "Event.", Fact = "Fact.";

    [Theory, InlineData("Texts.resx"), InlineData("Texts.en.resx")]
    public void Every_event_type_has_words_and_no_words_are_kept_for_others(string file) =>
        Assert.Equal(ContractRules.Kinds().SelectMany(k => k.EventTypes).Select(e => e.Name).Distinct().Order(StringComparer.Ordinal), Words(file, Event));

    [Theory, InlineData("Texts.resx"), InlineData("Texts.en.resx")]
    public void Every_fact_of_a_history_has_words(string file)
    {
        var facts = Chapters().SelectMany(c => c.Facts).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.True(facts.Count > 20, "The chapters were not found.");
        Assert.Equal(facts, Words(file, Fact));
    }

    [Fact]
    public void Every_ledger_that_is_somebodys_own_is_told_of()
    {
        // Ledgers of which one person's history is made, whatever they are keyed by. The others are of programs, associations, numbers and imports, or have a page of their own:
        // who looked, which account is hers (both under who has seen the record), what was disputed, which records were merged.
        string[] ofPeople = ["member", "credits", "enrolment", "pass", "certificate", "certificate-subject", "dues", "work-hours"];
        string[] ofOthers = ["account", "alert-box", "application", "association", "audit", "bank-account", "debits", "dispute", "dues-run", "dues-tariff", "evaluation", "feed", "import", "interviews", "member-account", "member-number", "merge", "program", "reservation", "saved-filters", "session", "webhooks", "work", "workplace"];

        Assert.Equal(ofPeople.Order(StringComparer.Ordinal), Chapters().Select(c => c.Kind).Order(StringComparer.Ordinal));
        Assert.Equal(ofPeople.Concat(ofOthers).Order(StringComparer.Ordinal), ContractRules.Kinds().Select(k => k.Kind).Order(StringComparer.Ordinal));
    }

    /// <summary>The chapters as they are registered, without what they read from.</summary>
    static IEnumerable<IChapter> Chapters()
    {
        var kinds = ContractRules.Kinds().ToDictionary(k => k.GetType());
        var services = new ServiceCollection().AddRecords();
        return services.Where(s => s.ServiceType == typeof(IChapter)).Select(s =>
        {
            var constructor = s.ImplementationType!.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Single();
            return (IChapter)constructor.Invoke([.. constructor.GetParameters().Select(p => kinds.GetValueOrDefault(p.ParameterType))]);
        });
    }

    static IEnumerable<string> Words(string file, string prefix) => XDocument.Load(Path.Combine(Source.Root, "src/Web/Resources", file)).Root!.Elements("data")
        .Select(d => d.Attribute("name")!.Value).Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Select(n => n[prefix.Length..]).Order(StringComparer.Ordinal);
}
