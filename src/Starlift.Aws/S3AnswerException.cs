using System.Net;
using Amazon.S3;

namespace Starlift.Aws;

/// <summary>S3 refuses a request for an object: what the SDK's own exceptions say of other requests. Never shown to a user.</summary>
/// <param name="status">Of the answer.</param>
/// <param name="code">S3's code, or the status in words where the answer has no body.</param>
/// <param name="message">S3's own words.</param>
/// <param name="region">The bucket's, where the answer names it.</param>
sealed class S3AnswerException(HttpStatusCode status, string code, string message, string? region)
    : AmazonS3Exception(message, Amazon.Runtime.ErrorType.Unknown, code, requestId: "", status)
{
    public string? BucketRegion => region;
}
