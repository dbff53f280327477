using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.Enrolments;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Passes;
using JmaActors.Proofs;
using JmaActors.WorkHours;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Records;

/// <summary>What a record is made of. A benefit adds how its events are told, and how it is read on a past date.</summary>
public static class RecordRegistration
{
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<LedgerPast>()
        .AddSingleton<PersonOpening>()
        .AddSingleton<RecordReadings>()
        .AddSingleton<MembershipBeginnings>()
        .AddSingleton<IChapter, MemberChapter>()
        .AddSingleton<IChapter, CreditChapter>()
        .AddSingleton<IChapter, EnrolmentChapter>()
        .AddSingleton<IChapter, PassChapter>()
        .AddSingleton<IChapter, CertificateChapter>()
        .AddSingleton<IChapter, CertificateSubjectChapter>()
        .AddSingleton<IChapter, WorkHoursChapter>()
        .AddSingleton<IChapter, DuesChapter>()
        .AddSingleton<IPastBenefit, CreditPast>()
        .AddSingleton<IPastBenefit, HoursPast>();
}
