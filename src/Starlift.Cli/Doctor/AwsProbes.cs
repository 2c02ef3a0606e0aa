using Starlift.Aws.Apis;
using Starlift.Errors;

namespace Starlift.Cli.Doctor;

/// <summary>Who calls AWS, from where, and by which clock.</summary>
sealed class AwsProbes(AwsApiOptions options, bool mayBeAnonymous)
{
    /// <summary>AWS refuses signatures that are older or newer.</summary>
    static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    CallerIdentity? _caller;

    public IEnumerable<Probe> All =>
    [
        new Probe("credentials", CredentialsAsync),
        new Probe("identity", IdentityAsync) { Needs = ["credentials"] },
        new Probe("region", _ => Task.FromResult(_caller!.Region)) { Needs = ["identity"] },
        new Probe("clock", _ => Task.FromResult(ClockOf(_caller!.Clock))) { Needs = ["identity"] },
    ];

    async Task<string> CredentialsAsync(CancellationToken cancel) => await FoundCredentials.DescribeAsync(options, cancel)
        ?? (mayBeAnonymous
            ? throw new ProbeSkippedException("none were found; public buckets can be read without")
            : throw new StarliftException(
                ExitCode.Access, new Problem("no AWS credentials were found", Hint: "run aws configure, or choose a profile with --aws-profile")));

    async Task<string> IdentityAsync(CancellationToken cancel)
    {
        _caller = await CallerIdentities.GetAsync(options, cancel);
        return _caller.Arn;
    }

    static string ClockOf(TimeSpan ahead) => ahead.Duration() < MostSkew
        ? $"within {Math.Ceiling(ahead.Duration().TotalSeconds):0} s of AWS's"
        : throw new StarliftException(
            ExitCode.Access, new Problem($"this machine's clock is {ahead.Duration():hh\\:mm\\:ss} {(ahead > TimeSpan.Zero ? "behind" : "ahead")}", Hint: "set the clock"));
}
