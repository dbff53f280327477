using JmaActors.Alerts;
using JmaActors.Feeds;
using JmaActors.Accounts;
using JmaActors.Associations;
using JmaActors.Audit;
using JmaActors.Bank;
using JmaActors.Disputes;
using JmaActors.Applications;
using JmaActors.Directory;
using JmaActors.Dues;
using JmaActors.Enrolments;
using JmaActors.Evaluations;
using JmaActors.Interviews;
using JmaActors.Members;
using JmaActors.Proofs;
using JmaActors.Merges;
using JmaActors.Records;
using JmaActors.Training;
using JmaActors.Webhooks;
using JmaActors.WorkHours;
using JmaActors.Works;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Storage.Views;

/// <summary>Registers what actors ask of the views.</summary>
public static class ViewSearches
{
    public static IServiceCollection AddViewSearches(this IServiceCollection services) => services
        .AddSingleton<IMemberDirectory, SqlMemberDirectory>()
        .AddSingleton<IMemberSearch, SqlMemberSearch>()
        .AddSingleton<IWorkIndex, SqlWorkIndex>()
        .AddSingleton<IAssociationTallies, SqlAssociationTallies>()
        .AddSingleton<IMergeIndex, SqlMergeIndex>()
        .AddSingleton<IDisputeIndex, SqlDisputeIndex>()
        .AddSingleton<IApplicationIndex, SqlApplicationIndex>()
        .AddSingleton<IRecordIndex, SqlRecordIndex>()
        .AddSingleton<FoldedNames>()
        .AddSingleton<ICertificateIndex, SqlCertificateIndex>()
        .AddSingleton<EvidenceUses>()
        .AddSingleton<LooseEvidence>()
        .AddSingleton<PersonRows>()
        .AddSingleton<ProofRows>()
        .AddSingleton<ITrainingIndex, SqlTrainingIndex>()
        .AddSingleton<IEnrolmentIndex, SqlEnrolmentIndex>()
        .AddSingleton<IWorkHoursIndex, SqlWorkHoursIndex>()
        .AddSingleton<IDuesIndex, SqlDuesIndex>()
        .AddSingleton<IBankIndex, SqlBankIndex>()
        .AddSingleton<IDuesTallies, SqlDuesTallies>()
        .AddSingleton<IEvaluationIndex, SqlEvaluationIndex>()
        .AddSingleton<IInterviewIndex, SqlInterviewIndex>()
        .AddSingleton<IAlertIndex, SqlAlertIndex>()
        .AddSingleton<IFeedIndex, SqlFeedIndex>()
        .AddSingleton<IWebhookIndex, SqlWebhookIndex>()
        .AddSingleton<IAuditIndex, SqlAuditIndex>()
        .AddSingleton<IFunctionIndex, SqlFunctionIndex>()
        .AddOfficeWorks();
}
