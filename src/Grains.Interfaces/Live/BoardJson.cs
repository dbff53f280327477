using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using JmaActors.Alerts;
using JmaActors.Applications;
using JmaActors.Associations;
using JmaActors.Audit;
using JmaActors.Bank;
using JmaActors.Credits;
using JmaActors.Disputes;
using JmaActors.Dues;
using JmaActors.Enrolments;
using JmaActors.Evaluations;
using JmaActors.Interviews;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Operations;
using JmaActors.Proofs;
using JmaActors.Rosters;
using JmaActors.Training;
using JmaActors.WorkHours;

namespace JmaActors.Live;

/// <summary>
/// How pictures are written by boards and read by web nodes: camelCase names, enums as camelCase strings, value types by their own converters,
/// Japanese text as it is, and only what HTML could take for markup escaped.
/// </summary>
public static class BoardJson
{
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>Options of the same form, to add source-generated contexts of one's own to.</summary>
    public static JsonSerializerOptions Like(params IEnumerable<IJsonTypeInfoResolver> contexts)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Shape(options);
        foreach (var context in contexts) options.TypeInfoResolverChain.Add(context);
        return options;
    }

    static JsonSerializerOptions Create()
    {
        var options = Like(BoardJsonContext.Default, new DefaultJsonTypeInfoResolver());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Gives options made elsewhere the same form.</summary>
    public static void Shape(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new LayersJson());
        options.Converters.Add(Names<CallerRole>());
        options.Converters.Add(Names<BankFileKind>());
        options.Converters.Add(Names<BankLineFate>());
        options.Converters.Add(Names<BankLineStatus>());
        options.Converters.Add(Names<AssociationLayer>());
        options.Converters.Add(Names<MemberCategory>());
        options.Converters.Add(Names<CreditMethod>());
        options.Converters.Add(Names<CreditState>());
        options.Converters.Add(Names<EvidenceKind>());
        options.Converters.Add(Names<EvidenceKept>());
        options.Converters.Add(Names<SessionStatus>());
        options.Converters.Add(Names<TapDirection>());
        options.Converters.Add(Names<CreditScheme>());
        options.Converters.Add(Names<TalkKind>());
        options.Converters.Add(Names<ProgramStage>());
        options.Converters.Add(Names<ProgramDelivery>());
        options.Converters.Add(Names<ApprovalState>());
        options.Converters.Add(Names<ApprovalDecision>());
        options.Converters.Add(Names<Mark>());
        options.Converters.Add(Names<RollVerdict>());
        options.Converters.Add(Names<RollShow>());
        options.Converters.Add(Names<CreditScheme>());
        options.Converters.Add(Names<CertificateKind>());
        options.Converters.Add(Names<ProofOutcome>());
        options.Converters.Add(Names<CertificateStanding>());
        options.Converters.Add(Names<EnrolmentCircle>());
        options.Converters.Add(Names<EnrolmentMode>());
        options.Converters.Add(Names<EnrolmentStanding>());
        options.Converters.Add(Names<ChildcareStanding>());
        options.Converters.Add(Names<EnrolmentTariff>());
        options.Converters.Add(Names<PaymentMethod>());
        options.Converters.Add(Names<EnrolmentEntryKind>());
        options.Converters.Add(Names<JmaActors.Directory.TermKind>());
        options.Converters.Add(Names<JmaActors.Works.WorkKind>());
        options.Converters.Add(Names<JmaActors.Works.WorkStage>());
        options.Converters.Add(Names<JmaActors.Works.ExportFormat>());
        options.Converters.Add(Names<ImportKind>());
        options.Converters.Add(Names<ImportMode>());
        options.Converters.Add(Names<ImportStage>());
        options.Converters.Add(Names<CreditSource>());
        options.Converters.Add(Names<AuditKind>());
        options.Converters.Add(Flags<AuditParts>());
        options.Converters.Add(Flags<OfficeDuties>());
        options.Converters.Add(Names<DisputeSubject>());
        options.Converters.Add(Names<DisputeStatus>());
        options.Converters.Add(Names<MergeStatus>());
        options.Converters.Add(Flags<MergeReasons>());
        options.Converters.Add(Flags<MergeFields>());
        options.Converters.Add(Names<HoursKind>());
        options.Converters.Add(Flags<WorkMarks>());
        options.Converters.Add(Names<WorkLevel>());
        options.Converters.Add(Names<WorkSource>());
        options.Converters.Add(Names<FindingForce>());
        options.Converters.Add(Names<FindingUnit>());
        options.Converters.Add(Names<MonthOutcome>());
        options.Converters.Add(Names<HealthMeasureKind>());
        options.Converters.Add(Names<ReachKind>());
        options.Converters.Add(Names<DayOfWeek>());
        options.Converters.Add(Names<InterviewNeed>());
        options.Converters.Add(Names<InterviewStage>());
        options.Converters.Add(Names<InterviewWaits>());
        options.Converters.Add(Names<InterviewAdvice>());
        options.Converters.Add(Flags<InterviewMeasures>());
        options.Converters.Add(Names<InterviewPart>());
        options.Converters.Add(Names<AlertKind>());
        options.Converters.Add(Flags<AlertWays>());
        options.Converters.Add(Names<EvaluationStage>());
        options.Converters.Add(Names<EvaluationWaits>());
        options.Converters.Add(Names<EvaluationPart>());
        options.Converters.Add(Names<SurveyorKind>());
        options.Converters.Add(Names<ItemVerdict>());
        options.Converters.Add(Names<JmaActors.Webhooks.DeliveryState>());
        options.Converters.Add(Names<ReductionKind>());
        options.Converters.Add(Names<DuesItem>());
        options.Converters.Add(Names<PaymentChannel>());
        options.Converters.Add(Names<DuesStatus>());
        options.Converters.Add(Names<DuesBlock>());
        options.Converters.Add(Names<MidYearRule>());
        options.Converters.Add(Flags<DuesProposals>());
        options.Converters.Add(Names<DuesRunPart>());
        options.Converters.Add(Names<DuesRunStage>());
        options.Converters.Add(Names<DuesOrder>());
        options.Converters.Add(Names<PracticeRole>());
        options.Converters.Add(Names<FoundBy>());
        options.Converters.Add(Names<ApplicationKind>());
        options.Converters.Add(Names<ApplicationStatus>());
        options.Converters.Add(Names<ApplicationPart>());
        options.Converters.Add(Names<ApplicationWord>());
        options.Converters.Add(Names<ApplicationStage>());
    }

    /// <summary>Several at once are written in one text: <c>identity, credits</c>.</summary>
    static JsonStringEnumConverter<T> Flags<T>()
        where T : struct, Enum => Names<T>();

    static JsonStringEnumConverter<T> Names<T>()
        where T : struct, Enum => new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
}

/// <summary>Source-generated shapes of every picture.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SeminarPicture))]
[JsonSerializable(typeof(AssociationPicture))]
[JsonSerializable(typeof(CreditPicture))]
[JsonSerializable(typeof(OperationsPicture))]
[JsonSerializable(typeof(ImportProgress))]
[JsonSerializable(typeof(DisputeView))]
[JsonSerializable(typeof(AlertPicture))]
[JsonSerializable(typeof(MemberHoursPicture))]
[JsonSerializable(typeof(DutyPicture))]
[JsonSerializable(typeof(HoursPicture))]
[JsonSerializable(typeof(DuesView))]
[JsonSerializable(typeof(DuesPicture))]
[JsonSerializable(typeof(DuesRunProgress))]
[JsonSerializable(typeof(InterviewBoard))]
[JsonSerializable(typeof(InterviewView))]
[JsonSerializable(typeof(EvaluationHead))]
[JsonSerializable(typeof(JmaActors.Offices.OfficePicture))]
public sealed partial class BoardJsonContext : JsonSerializerContext;
