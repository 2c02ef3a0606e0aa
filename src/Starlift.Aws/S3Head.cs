using System.Net;
using System.Net.Http.Headers;
using Starlift.Objects;

namespace Starlift.Aws;

/// <summary>What S3 says of an object without its bytes.</summary>
static class S3Head
{
    /// <summary>Null where there is no such object.</summary>
    public static async Task<ObjectVersion?> ReadAsync(S3Connection connection, S3Location location, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await connection.SendAsync(HttpMethod.Head, location, version: null, range: null, cancellationToken);
            return (VersionOf(response), response.Content.Headers.ContentLength) switch
            {
                ("", _) => throw new BrokenAnswerException("answers without an ETag, by which versions are told apart"),
                (_, null) => throw new BrokenAnswerException("answers without the object's size"),
                (var etag, { } size) => new ObjectVersion(location.ToString(), etag, size),
            };
        }
        catch (S3AnswerException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (S3AnswerException e) when (e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden)
        {
            // The answer to HEAD has no body, and so does not say why; that to GET does.
            using var _ = await connection.SendAsync(HttpMethod.Get, location, version: null, new RangeHeaderValue(0, 0), cancellationToken);
            throw;
        }
    }

    /// <summary>The ETag of an answer, as listings are read: without its quotes.</summary>
    public static string VersionOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("ETag", out var values) ? values.ToString().Trim('"') : "";
}
