using Starlift.Aws.Apis;
using Starlift.Aws.Stacks;
using Starlift.Cli.Settings;
using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Cli.Doctor;

/// <summary>Whether a warehouse can be put up where the project says. Who may not look passes these over.</summary>
sealed class StackProbes(Project project, string stack, S3Settings s3)
{
    public IEnumerable<Probe> All =>
    [
        new Probe("network", cancel => AskAsync((preflight, options) => preflight.NetworkAsync(options, cancel), cancel)) { Needs = ["identity"] },
        new Probe("public access", cancel => AskAsync((preflight, options) => preflight.PublicAccessAsync(options, cancel), cancel)) { Needs = ["identity"] },
        new Probe("service role", cancel => AskAsync((preflight, _) => preflight.ServiceRoleAsync(cancel), cancel)) { Needs = ["identity"] },
    ];

    async Task<string> AskAsync(Func<StackPreflight, StackOptions, Task<string>> ask, CancellationToken cancel)
    {
        var options = StackOptions.Of(project, stack);
        using var opened = await WarehouseStack.OpenAsync(new AwsApiOptions { Profile = s3.Profile, Region = s3.Region }, options.Name, TimeSpan.FromSeconds(5), cancel);
        try
        {
            return await ask(opened.Preflight, options);
        }
        catch (StarliftException e) when (e is not ConfigurationException && e.ExitCode == ExitCode.Access && e.Message.Contains(" may not call ", StringComparison.Ordinal))
        {
            throw new ProbeSkippedException($"{e.Message}; only up needs it");
        }
    }
}
