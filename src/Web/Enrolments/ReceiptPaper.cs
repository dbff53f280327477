using JmaActors.Web.Http;

namespace JmaActors.Web.Enrolments;

/// <summary>The one place where a receipt becomes what is sent: its data as JSON. Whoever draws it on paper takes the same record here.</summary>
static class ReceiptPaper
{
    public static IResult Of(EnrolmentReceipt? receipt) => receipt.ToHttp();
}
