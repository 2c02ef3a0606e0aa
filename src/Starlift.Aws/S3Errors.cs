using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Aws;

/// <summary>The one place where the errors of S3, of the network below it and of AWS credentials become Starlift's.</summary>
static partial class S3Errors
{
    /// <summary>The same request may succeed later.</summary>
    public static bool IsTransient(Exception exception) => exception is BrokenAnswerException broken
        ? broken.MayPass
        : ServiceErrorOf(exception) is { } error
        ? (int)error.StatusCode >= 500 || error.StatusCode == HttpStatusCode.TooManyRequests || IsTransientCode(error.ErrorCode)
        : Causes(exception).Any(cause => cause is IOException or SocketException or OperationCanceledException or AmazonUnmarshallingException
            or HttpRequestException { HttpRequestError: not HttpRequestError.SecureConnectionError });

    /// <summary>The object is not the version that was asked for, or not there.</summary>
    public static bool MeansOtherVersion(S3AnswerException exception) =>
        exception.StatusCode == HttpStatusCode.PreconditionFailed || exception.ErrorCode is "NoSuchKey" or "NoSuchVersion" or "InvalidRange";

    /// <summary>No source of credentials is configured, as opposed to one that fails.</summary>
    public static bool MeansNoCredentials(Exception exception) =>
        exception is AmazonClientException && exception.Message.Contains("Failed to resolve AWS credentials", StringComparison.Ordinal)
            && !MeansLogin(exception.Message);

    /// <summary>The region that the answer names as the bucket's; null where it names none.</summary>
    public static string? RegionOf(Exception exception)
    {
        if (ServiceErrorOf(exception) is not AmazonS3Exception error || !MeansOtherRegion(error))
        {
            return null;
        }

        var header = Causes(exception).OfType<Amazon.Runtime.Internal.HttpErrorResponseException>().FirstOrDefault()
            ?.Response.GetHeaderValue("x-amz-bucket-region");
        return header is { Length: > 0 } ? header
            : error is S3AnswerException answer ? answer.BucketRegion
            : RegionElement().Match(error.ResponseBody ?? "") is { Success: true } found ? found.Groups[1].Value
            : null;
    }

    /// <summary>One sentence for the log.</summary>
    public static string ReasonOf(Exception exception, IClientConfig config) =>
        ServiceErrorOf(exception) is { } error ? $"S3 answered {(int)error.StatusCode} {error.ErrorCode}" : NetworkReason(exception, config);

    /// <param name="exception">What the last attempt threw.</param>
    /// <param name="location">What was asked for.</param>
    /// <param name="config">Whom it was asked.</param>
    /// <param name="identity">Who asked.</param>
    /// <param name="done">What was to be done to the object: read, written or removed.</param>
    public static StarliftException Translate(
        Exception exception, S3Location location, IClientConfig config, AwsIdentity identity, string done = "read")
    {
        if (ServiceErrorOf(exception) is { } error)
        {
            return new StarliftException(ExitCode.Access, ServiceProblem(error, location, config, identity, done), exception);
        }

        if (exception is BrokenAnswerException)
        {
            return new StarliftException(
                ExitCode.Access,
                new Problem($"{location} can't be {done}: {ServerOf(config)} {exception.Message}", Hint: "read it from a server that answers as S3 does"),
                exception);
        }

        return MeansLogin(exception.Message) || exception is ProcessAWSCredentialException
            ? TranslateCredentials(exception, identity.Profile)
            : new StarliftException(
                ExitCode.Access,
                new Problem($"{location} can't be {done}: {NetworkReason(exception, config)}", Hint: NetworkHint(config)),
                exception);
    }

    /// <param name="exception">What looking for credentials threw.</param>
    /// <param name="profile">The profile that somebody chose; null for none.</param>
    public static StarliftException TranslateCredentials(Exception exception, string? profile)
    {
        var whose = profile is null ? "the default AWS profile" : $"the AWS profile '{profile}'";
        var option = profile is null ? "" : $" --profile {profile}";
        var problem = exception switch
        {
            ProfileNotFoundException or AmazonClientException when exception.Message.StartsWith("Unable to find the", StringComparison.Ordinal) =>
                new Problem($"there is no AWS profile '{profile}'", Hint: "aws configure list-profiles shows those there are"),
            _ when Causes(exception).Any(cause => MeansLogin(cause.Message)) =>
                new Problem($"{whose} logs in with single sign-on, and the login is missing or has expired", Hint: $"run aws sso login{option}"),
            ProcessAWSCredentialException => new Problem($"the credential_process of {whose} failed", Hint: "run its command by hand to see why"),
            InvalidDataException => new Problem($"{whose} has no credentials", Hint: $"run aws configure{option}, or choose another with --aws-profile"),
            _ => new Problem(
                $"{whose} gave no credentials: {FirstLine(Causes(exception).Last().Message)}",
                Hint: $"aws sts get-caller-identity{option} shows the same without Starlift"),
        };
        return new StarliftException(ExitCode.Access, problem, exception);
    }

    /// <param name="exception">What making a client of the stated address threw.</param>
    public static StarliftException TranslateAddress(AmazonClientException exception) => new(
        ExitCode.Access,
        new Problem(
            $"the address of the S3 server can't be used: {ServerAddress.Shown(FirstLine(exception.Message))}",
            Hint: "write AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL or the profile's endpoint_url as http://host:port"),
        exception);

    /// <param name="version">What was to be read.</param>
    /// <param name="vanished">There is no such object any more.</param>
    public static StarliftException Changed(ObjectVersion version, bool vanished) => new(
        ExitCode.RunFailed,
        vanished
            ? new Problem($"{version.Uri} vanished between listing and reading", Hint: "run again")
            : new Problem($"{version.Uri} changed between listing and reading", Hint: "run again when its writer is done"));

    /// <param name="version">What was to be listed or read.</param>
    /// <param name="when">When it changed.</param>
    public static StarliftException Changed(ObjectVersion version, string when) =>
        new(ExitCode.RunFailed, new Problem($"{version.Uri} changed {when}", Hint: "run again when its writer is done"));

    /// <param name="prefix">What was listed.</param>
    /// <param name="pages">How many pages in a row brought nothing new.</param>
    public static StarliftException EndlessListing(S3Location prefix, int pages) => new(
        ExitCode.Access,
        new Problem(
            $"{prefix} can't be listed: {pages} pages of its listing in a row brought no key that was not there before",
            Hint: "read it from a server that answers as S3 does"));

    static Problem ServiceProblem(
        AmazonServiceException error, S3Location location, IClientConfig config, AwsIdentity identity, string done) => error.ErrorCode switch
    {
        "NoSuchBucket" => new($"there is no bucket '{location.Bucket}'{At(config)}", Hint: "check the bucket in the COPY's path"),
        "InvalidBucketName" => new($"'{location.Bucket}' is no name of a bucket", Hint: "check the bucket in the COPY's path"),
        "InvalidAccessKeyId" => new(
            $"{location} can't be {done}: S3{At(config)} does not know the access key of {Whose(identity)}", Hint: CredentialsHint(identity)),
        "SignatureDoesNotMatch" => new(
            $"{location} can't be {done}: the secret access key of {Whose(identity)} is wrong", Hint: CredentialsHint(identity)),
        "ExpiredToken" or "ExpiredTokenException" or "InvalidToken" or "TokenRefreshRequired" => new(
            $"{location} can't be {done}: the session token of {Whose(identity)} has expired",
            Hint: identity.Profile is { } profile ? $"log in again, such as with aws sso login --profile {profile}" : "get a new AWS_SESSION_TOKEN"),
        "RequestTimeTooSkewed" => new($"{location} can't be {done}: this machine's clock is wrong", Hint: "set the clock"),
        "InvalidObjectState" => new($"{location} is archived", Hint: "restore it to a storage class that can be read"),
        _ when MeansOtherRegion(error) => new(
            $"{location} can't be {done}: the bucket is not in the region {config.AuthenticationRegion}", Hint: "give the bucket's region with --region"),
        _ when error.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => identity.IsAnonymous
            ? new($"{location} is not public, and no AWS credentials were found", Hint: "run aws configure, or choose a profile with --aws-profile")
            : new(
                $"{location} may not be {done} by {Whose(identity)}",
                Hint: $"allow {(done == "read" ? $"s3:ListBucket on {location.Bucket} and s3:GetObject on its objects" : $"s3:PutObject and s3:DeleteObject on {location}")}, or choose a profile with --aws-profile"),
        _ when IsTransient(error) => new(
            $"{location} can't be {done}: S3{At(config)} goes on answering {(int)error.StatusCode} {error.ErrorCode}", Hint: "run again later"),
        _ => new($"{location} can't be {done}: S3{At(config)} answered {(int)error.StatusCode} {error.ErrorCode}: {FirstLine(error.Message)}", Hint: NetworkHint(config)),
    };

    static string NetworkReason(Exception exception, IClientConfig config)
    {
        var server = ServerOf(config);
        return Causes(exception).LastOrDefault(cause => cause is SocketException or HttpRequestException or IOException or OperationCanceledException) switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => $"{server} has no address",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"{server} refuses the connection",
            SocketException { SocketErrorCode: SocketError.ConnectionReset } => $"{server} broke the connection off",
            SocketException error => $"{server} can't be reached: {error.Message}",
            OperationCanceledException => $"{server} does not answer",
            BrokenAnswerException error => $"{server} {error.Message}",
            IOException error => $"{server} broke off: {FirstLine(error.Message)}",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } error =>
                $"no secure connection to {server}: {FirstLine(Causes(error).Last().Message)}",
            _ => FirstLine(exception.Message),
        };
    }

    static string NetworkHint(IClientConfig config) => config.ServiceURL is null
        ? "check the network, the proxy and the region"
        : "check the network and AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL or the profile's endpoint_url";

    static bool MeansOtherRegion(AmazonServiceException error) => error.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect
        || error.ErrorCode is "PermanentRedirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException";

    static bool MeansLogin(string message) =>
        message.Contains("SSO profile", StringComparison.Ordinal) || message.Contains("SSO Token", StringComparison.OrdinalIgnoreCase);

    static bool IsTransientCode(string? code) => code is "SlowDown" or "RequestTimeout" or "RequestTimeoutException" or "Throttling"
        or "ThrottlingException" or "RequestLimitExceeded" or "InternalError" or "ServiceUnavailable" or "BadDigest" or "OperationAborted";

    static string CredentialsHint(AwsIdentity identity) => identity.Profile is null
        ? "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or choose a profile with --aws-profile"
        : "check the profile's keys, or choose another profile with --aws-profile";

    static string Whose(AwsIdentity identity) => identity.Profile is { } profile ? $"the AWS profile '{profile}'" : "the AWS credentials found";

    static string At(IClientConfig config) => config.ServiceURL is null ? "" : $" at {ServerOf(config)}";

    static string ServerOf(IClientConfig config) =>
        config.ServiceURL is { } url ? ServerAddress.Shown(url.TrimEnd('/')) : $"S3 in {config.AuthenticationRegion}";

    static AmazonServiceException? ServiceErrorOf(Exception exception) =>
        Causes(exception).OfType<AmazonServiceException>().FirstOrDefault(error => error.StatusCode != 0 && error is not AmazonUnmarshallingException);

    static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd('.', ' ');

    [GeneratedRegex("<Region>([a-z0-9-]+)</Region>")]
    private static partial Regex RegionElement();
}
