using JmaActors.Alerts;
using JmaActors.Bank;
using JmaActors.Design;
using JmaActors.Dues;
using JmaActors.Pages.Dues;
using JmaActors.Pages.WorkHours;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Alerts;

/// <summary>An alert in words, and where what it is about is seen.</summary>
public static class AlertText
{
    const int HourMinutes = 60;

    /// <summary>What it says, of whomever: letters say no more.</summary>
    public static string Title(IStringLocalizer<Texts> texts, AlertLine alert) =>
        alert.Dues is { } dues ? texts["Alert.DuesReminded", dues.Name.Here() is { Length: > 0 } name ? name : texts["Dues.Step", dues.Step].Value] : texts[$"Alert.{alert.Kind}", alert.Threshold / HourMinutes];

    /// <summary>Since when, how much, by when.</summary>
    public static string Detail(IStringLocalizer<Texts> texts, AlertLine alert) => alert.Kind switch
    {
        AlertKind.RestBroken when alert.Due is { } by => texts["Alert.Detail.RestOwed", Show.Short(alert.On), HoursText.InWords(texts, alert.Minutes), Show.Short(by)],
        AlertKind.RestBroken => texts["Alert.Detail.Rest", Show.Short(alert.On)],
        AlertKind.RestDue or AlertKind.RestOverdue => texts["Alert.Detail.Due", Show.Short(alert.On), HoursText.InWords(texts, alert.Minutes), alert.Due is { } due ? Show.Short(due) : ""],
        AlertKind.ApplicationAsked or AlertKind.ApplicationLate => texts["Alert.Detail.Asked", Show.Short(alert.On), alert.Due is { } answer ? Show.Short(answer) : ""],
        AlertKind.ApplicationReturned or AlertKind.ApplicationEnded => texts["Alert.Detail.Application", Show.Short(alert.On)],
        AlertKind.DuesReminded when alert.Dues is { } dues => Owed(texts, alert.Member, dues),
        AlertKind.YearNear or AlertKind.YearOver => texts["Alert.Detail.Year", Show.Short(alert.On), HoursText.InWords(texts, alert.Minutes)],
        _ => texts["Alert.Detail.Month", Show.Short(alert.On), HoursText.InWords(texts, alert.Minutes)],
    };

    /// <summary>Whose it is, how much is late, of what, since when, and by what number it is paid.</summary>
    static string Owed(IStringLocalizer<Texts> texts, MemberId member, DuesNotice dues)
    {
        var owed = texts["Alert.Detail.Dues", dues.Place.Length > 0 ? dues.Place : dues.Via.Code, DuesShown.Yen(dues.Amount), string.Join(texts["Alert.Detail.And"], dues.Parts.Select(p => DuesShown.Part(texts, p))), Show.Short(dues.Since)].Value;
        return PayerNumber.Printed(member) is { } number ? $"{owed} · {texts["Alert.Detail.Payer", number]}" : owed;
    }

    /// <summary>How grave it is. Rest that was worked into is owed and given later: the rule is broken where nothing can make up for it.</summary>
    public static Mark MarkOf(AlertLine alert) => alert.Kind is AlertKind.YearOver or AlertKind.RestOverdue or AlertKind.ApplicationLate || alert is { Dues.Step: > 1 } || alert is { Kind: AlertKind.RestBroken, Due: null } ? Mark.Over : Mark.Near;

    /// <summary>A choice in words: the kind, of months with its hours.</summary>
    public static string Choice(IStringLocalizer<Texts> texts, AlertChoice choice) => texts[$"AlertKind.{choice.Kind}", choice.Hours];
}
