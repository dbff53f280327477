using JmaActors.Alerts;
using JmaActors.Design;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Alerts;

/// <summary>An alert in words, and where what it is about is seen.</summary>
public static class AlertText
{
    const int HourMinutes = 60;

    /// <summary>What it says, of whomever: letters say no more.</summary>
    public static string Title(IStringLocalizer<Texts> texts, AlertLine alert) => texts[$"Alert.{alert.Kind}", alert.Threshold / HourMinutes];

    /// <summary>Since when, how much, by when.</summary>
    public static string Detail(IStringLocalizer<Texts> texts, AlertLine alert) => alert.Kind switch
    {
        AlertKind.RestBroken => texts["Alert.Detail.Rest", Show.Short(alert.On)],
        AlertKind.RestDue or AlertKind.RestOverdue => texts["Alert.Detail.Due", Show.Short(alert.On), Length(texts, alert.Minutes), alert.Due is { } due ? Show.Short(due) : ""],
        AlertKind.YearNear or AlertKind.YearOver => texts["Alert.Detail.Year", Show.Short(alert.On), Length(texts, alert.Minutes)],
        _ => texts["Alert.Detail.Month", Show.Short(alert.On), Length(texts, alert.Minutes)],
    };

    /// <summary>How grave it is.</summary>
    public static Mark MarkOf(AlertKind kind) => kind is AlertKind.YearOver or AlertKind.RestBroken or AlertKind.RestOverdue ? Mark.Over : Mark.Near;

    /// <summary>A choice in words: the kind, of months with its hours.</summary>
    public static string Choice(IStringLocalizer<Texts> texts, AlertChoice choice) => texts[$"AlertKind.{choice.Kind}", choice.Hours];

    static string Length(IStringLocalizer<Texts> texts, int minutes) =>
        minutes % HourMinutes == 0 ? texts["Alert.Hours", minutes / HourMinutes] : texts["Alert.HoursMinutes", minutes / HourMinutes, minutes % HourMinutes];
}
