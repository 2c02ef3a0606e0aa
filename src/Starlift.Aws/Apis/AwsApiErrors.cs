using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Starlift.Errors;

namespace Starlift.Aws.Apis;

/// <summary>The one place where the errors of AWS services other than S3 become Starlift's.</summary>
static class AwsApiErrors
{
    /// <summary>What the service answered; null where it did not answer.</summary>
    public static AmazonServiceException? AnswerOf(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is AmazonServiceException error and not AmazonUnmarshallingException && error.StatusCode != 0)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>The same call may succeed later.</summary>
    public static bool IsTransient(Exception exception) => AnswerOf(exception) is { } error
        ? (int)error.StatusCode >= 500 || error.StatusCode == HttpStatusCode.TooManyRequests
            || error.ErrorCode is "Throttling" or "ThrottlingException" or "RequestLimitExceeded" or "TooManyRequestsException"
        : CauseOf(exception) is HttpRequestException or SocketException or IOException or OperationCanceledException;

    /// <summary>The call may have had its effect, though nobody said so: it was on its way, and no refusal came back.</summary>
    public static bool MayBeTaken(Exception exception) => AnswerOf(exception) is { } error
        ? (int)error.StatusCode >= 500
        : CauseOf(exception) switch
        {
            SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => false,
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => false,
            HttpRequestException or SocketException or IOException or OperationCanceledException => true,
            _ => false,
        };

    /// <param name="exception">What the SDK threw.</param>
    /// <param name="service">Whom it was asked: sts …</param>
    /// <param name="action">What was asked.</param>
    /// <param name="config">Where.</param>
    /// <param name="identity">Who asked.</param>
    public static StarliftException Translate(Exception exception, string service, string action, IClientConfig config, AwsIdentity identity)
    {
        var whose = identity.Profile is { } profile ? $"the AWS profile '{profile}'" : "the AWS credentials found";
        if (AnswerOf(exception) is not { } error)
        {
            return NetworkProblem(exception, service, config, identity);
        }

        var message = error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return error.ErrorCode switch
        {
            "InvalidClientTokenId" or "UnrecognizedClientException" or "InvalidAccessKeyId" => Access(
                $"AWS does not know the access key of {whose}", "run aws configure, or choose a profile with --aws-profile", exception),
            "SignatureDoesNotMatch" or "InvalidSignatureException" or "AuthorizationHeaderMalformed" when MeansScope(message) => Access(
                $"{service} does not take signatures of {config.AuthenticationRegion} from here: {message}",
                "check the region, and that no AWS_ENDPOINT_URL names the host of another one",
                exception),
            "SignatureDoesNotMatch" or "InvalidSignatureException" when !MeansClock(message) => Access(
                $"the secret access key of {whose} is wrong", "run aws configure, or choose a profile with --aws-profile", exception),
            "SignatureDoesNotMatch" or "InvalidSignatureException" or "RequestExpired" or "RequestTimeTooSkewed" => Access(
                "this machine's clock is wrong", "set the clock", exception),
            "ExpiredToken" or "ExpiredTokenException" => Access(
                $"the session token of {whose} has expired",
                identity.Profile is { } name ? $"log in again, such as with aws sso login --profile {name}" : "get a new AWS_SESSION_TOKEN",
                exception),
            "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" => Access(
                $"{whose} may not call {service}:{action}: {message}", "allow it: starlift iam print shows the policy", exception),
            "ActiveStatementsExceededException" or "ActiveSessionsExceededException" => Access(
                $"the warehouse has as many statements and sessions as {service} allows: {message}", "run again when others have ended", exception),
            "ValidationException" => new StarliftException(ExitCode.Usage, new Problem($"{service}:{action} refuses what it was sent: {message}"), exception),
            "ClusterNotFound" or "ClusterNotFoundFault" or "ResourceNotFoundException" => new StarliftException(
                ExitCode.Usage,
                new Problem($"{service}:{action} found nothing in {identity.Region}: {message}", Hint: "check the name in the target, and the region"),
                exception),
            _ when IsTransient(exception) => Access(
                $"{service} goes on answering {(int)error.StatusCode} {error.ErrorCode} to {action}", "run again later", exception),
            _ => Access($"{service}:{action} failed with {(int)error.StatusCode} {error.ErrorCode}: {message}", null, exception),
        };
    }

    /// <param name="exception">What making a client of the stated address threw.</param>
    /// <param name="serviceId">Whose address it is.</param>
    public static StarliftException TranslateAddress(AmazonClientException exception, string serviceId)
    {
        var variable = $"AWS_ENDPOINT_URL_{serviceId.Replace(' ', '_').ToUpperInvariant()}";
        return new StarliftException(
            ExitCode.Usage,
            new Problem(
                $"the address of {serviceId} can't be used: {ServerAddress.Shown(exception.Message.TrimEnd('.'))}",
                Hint: $"write {variable}, AWS_ENDPOINT_URL or the profile's endpoint_url as http://host:port"),
            exception);
    }

    static StarliftException NetworkProblem(Exception exception, string service, IClientConfig config, AwsIdentity identity)
    {
        if (exception is AmazonClientException && exception.Message.Contains("SSO", StringComparison.Ordinal))
        {
            return S3Errors.TranslateCredentials(exception, identity.Profile);
        }

        var server = config.ServiceURL is { } url ? ServerAddress.Shown(url.TrimEnd('/')) : $"{service} in {identity.Region}";
        var reason = CauseOf(exception) switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => $"{server} has no address",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"{server} refuses the connection",
            OperationCanceledException => $"{server} does not answer",
            { } cause => $"{server} can't be reached: {cause.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}",
        };
        var hint = config.ServiceURL is null
            ? "check the network, the proxy and the region"
            : "check the network and AWS_ENDPOINT_URL or the profile's endpoint_url";
        return Access(reason, hint, exception);
    }

    /// <summary>The key is right; the signature names a region or a service that the host does not serve.</summary>
    static bool MeansScope(string message) => message.Contains("scoped to", StringComparison.OrdinalIgnoreCase);

    static bool MeansClock(string message) =>
        message.Contains("expired", StringComparison.OrdinalIgnoreCase) || message.Contains("not yet current", StringComparison.OrdinalIgnoreCase);

    static Exception CauseOf(Exception exception)
    {
        var found = exception;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException or SocketException or IOException or OperationCanceledException)
            {
                found = cause;
            }
        }

        return found;
    }

    static StarliftException Access(string what, string? hint, Exception inner) => new(ExitCode.Access, new Problem(what, Hint: hint), inner);
}
