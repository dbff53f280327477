using System.Globalization;
using JmaActors.Bank;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Evaluations;
using JmaActors.Merges;
using JmaActors.Offices;
using JmaActors.Training;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Storage.Views;

/// <summary>What waits in an office, kind by kind. A benefit whose office has work adds a line.</summary>
static class OfficeWorks
{
    public static IServiceCollection AddOfficeWorks(this IServiceCollection services) => services
        .Add(OfficeWorkNames.Approvals, static (d, office, _) => Programs(d, office, new ProgramQuery(null, null, null, WaitsFor: office, Waiting: true)))
        .Add(OfficeWorkNames.Rolls, static (d, office, _) => Programs(d, office, new ProgramQuery(office, null, null, Stage: ProgramStage.Closed)))
        .Add(OfficeWorkNames.Returned, static (d, office, _) => Programs(d, office, new ProgramQuery(office, null, null, Stage: ProgramStage.Returned)))
        .Add(OfficeWorkNames.Ready, static (d, office, _) => Programs(d, office, new ProgramQuery(office, null, null, Stage: ProgramStage.Approved)))
        .Add(OfficeWorkNames.Reports, static (d, office, _) => Reports(d, office))
        .Add(OfficeWorkNames.Applications, Applications)
        .Add(OfficeWorkNames.Disputes, Disputes)
        .Add(OfficeWorkNames.BankLines, BankLines)
        .Add(OfficeWorkNames.Evaluations, Evaluations)
        .Add(OfficeWorkNames.Duplicates, static (d, office, _) => SqlMergeIndex.Seen(SqlOfficeWork.Lines(SqlMergeIndex.Pairs(d)), MergeStatus.Proposed, office));

    static IServiceCollection Add(this IServiceCollection services, string name, Func<ViewDialect, AssociationId, DateOnly, ViewQuery> lines) =>
        services.AddSingleton<IOfficeWork>(s => new SqlOfficeWork(name, s.GetRequiredService<IViewDatabase>(), lines));

    static ViewQuery Programs(ViewDialect dialect, AssociationId office, ProgramQuery query) =>
        ProgramSearchSql.Sought(SqlOfficeWork.Lines($"{dialect.Table("program")} p"), dialect, query, new ProgramScope(false, office, office));

    /// <summary>People, as the search by <c>reports=waiting</c> finds them.</summary>
    static ViewQuery Reports(ViewDialect dialect, AssociationId office) => SqlOfficeWork.Lines($"{MeasureSql.Table(dialect)} p")
        .Where("p.person_version > 0").Where(MemberScope.Belongs(office))
        .Where(dialect.InFound("p.member_id", $"SELECT v.member_id FROM {dialect.Table(CreditViews.Reports.Table)} v"));

    /// <summary>Where it is the centre's turn, or the prefecture's; nothing waits at a local association.</summary>
    static ViewQuery Evaluations(ViewDialect dialect, AssociationId office, DateOnly today) => SqlEvaluationIndex.Sought(
        SqlOfficeWork.Lines($"{dialect.Table("evaluation")} e", $"e.target < '{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'"),
        office.Layer == AssociationLayer.National
            ? new EvaluationQuery(null, null, null, EvaluationWaits.Centre, null, 0)
            : new EvaluationQuery(null, office.Code, null, EvaluationWaits.Prefecture, null, 0));

    static ViewQuery Applications(ViewDialect dialect, AssociationId office, DateOnly today) => SqlOfficeWork
        .Lines($"{dialect.Table("application_office")} o JOIN {dialect.Table("application")} a ON a.application_id = o.application_id", $"a.due < '{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'")
        .Where("o.office = @office").With("office", office.Code).Where("NOT o.closed").Where("o.turn");

    static ViewQuery BankLines(ViewDialect dialect, AssociationId office, DateOnly today) => SqlOfficeWork
        .Lines($"{dialect.Table("bank_line")} l").Where("l.association = @office").With("office", office.Code).Where("l.status = @status").With("status", (long)BankLineStatus.Waiting);

    static ViewQuery Disputes(ViewDialect dialect, AssociationId office, DateOnly today) => SqlOfficeWork
        .Lines($"{dialect.Table("dispute")} d", $"d.due < '{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'")
        .Where("NOT d.closed").Where("d.office = @office").With("office", office.Code);
}
