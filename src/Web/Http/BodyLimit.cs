using Microsoft.AspNetCore.Http.Metadata;

namespace JmaActors.Web.Http;

/// <summary>The bytes an endpoint takes at most, where it is another number than the site's own.</summary>
sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
