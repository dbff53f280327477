using System.Net;
using System.Threading.RateLimiting;
using JmaActors.Web.Http;
using Microsoft.Extensions.Options;

namespace JmaActors.Web.Accounts;

/// <summary>How often may be asked: forms of sign-in by where they come from, the API by who asks. What a door sends is not counted.</summary>
static class SignInRates
{
    public const string Forms = "sign-in-forms", Verify = "verify", VerifyFile = "verify-file";

    const int StillFree = 8;

    static readonly Problem TooMany = new(StatusCodes.Status429TooManyRequests, "too-many-requests", Detail: "Too many requests at once. Wait a moment, then go on.");

    public static IServiceCollection AddRates(this IServiceCollection services) => services.AddRateLimiter(rates =>
    {
        rates.AddPolicy(Forms, http =>
        {
            if (HttpMethods.IsGet(http.Request.Method)) return RateLimitPartition.GetNoLimiter(IPAddress.None);
            var forms = http.RequestServices.GetRequiredService<IOptions<SignInRateOptions>>().Value.FormsPerMinute;
            return RateLimitPartition.GetSlidingWindowLimiter(FromWhere.Of(http), _ => new()
            {
                PermitLimit = forms, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = StillFree,
            });
        });
        // Open to all, and each one wakes an actor: nobody needs so many.
        rates.AddPolicy(Verify, static http => RateLimitPartition.GetSlidingWindowLimiter(FromWhere.Of(http), static _ => new()
        {
            PermitLimit = SignInLimits.VerifiedPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = StillFree,
        }));
        rates.AddPolicy(VerifyFile, static _ => RateLimitPartition.GetConcurrencyLimiter("", static _ => new() { PermitLimit = SignInLimits.VerifiedFilesAtOnce, QueueLimit = SignInLimits.VerifiedFilesAtOnce }));
        rates.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => http.Features.Get<Asked>() is { } asked && Paths.IsData(http.Request.Path)
            ? RateLimitPartition.GetTokenBucketLimiter(asked.Token ?? asked.Account, static _ => new()
            {
                TokenLimit = SignInLimits.ApiBurst, TokensPerPeriod = SignInLimits.ApiPerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true,
            })
            : RateLimitPartition.GetNoLimiter(""));
        rates.OnRejected = static async (rejected, ct) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = WebLimits.RetryAfterText;
            await TooMany.ExecuteAsync(rejected.HttpContext).ConfigureAwait(false);
        };
    });
}

/// <summary>What an operator, or a test, may set otherwise.</summary>
public sealed class SignInRateOptions
{
    /// <summary>Forms of sign-in and recovery sent from one address of the network in a minute.</summary>
    public int FormsPerMinute { get; set; } = SignInLimits.FormsPerMinute;
}
