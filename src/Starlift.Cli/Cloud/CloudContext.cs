using System.Globalization;
using Starlift.Aws.Apis;
using Starlift.Aws.Stacks;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Projects;

namespace Starlift.Cli.Cloud;

/// <summary>A project and its stack: what the commands up, status, extend, pause, resume, down and session work with.</summary>
sealed class CloudContext : IDisposable
{
    /// <summary>Milliseconds between two questions to AWS while a command waits.</summary>
    const string PollVariable = "STARLIFT_POLL_MS";

    /// <summary>Another server that tells this machine's address.</summary>
    const string AddressVariable = "STARLIFT_ADDRESS_URL";

    static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    readonly TimeProvider _time = TimeProvider.System;

    CloudContext(Surroundings surroundings, GlobalOptions global, Project project, StackOptions options, AwsApiOptions aws, WarehouseStack stack)
    {
        Project = project;
        Target = TargetOf(project, global.Target);
        S3 = new S3Settings(Root: null, aws.Profile, stack.Region, AllowedFolders: [], surroundings.Terminal.Error);
        Terminal = surroundings.Terminal;
        Yes = global.Yes;
        Options = options with { Region = stack.Region };
        Stack = stack;
        Lines = new StackLines(surroundings.Terminal.Error);
        AddressServer = surroundings.Environment(AddressVariable) is { Length: > 0 } stated ? new Uri(stated) : CallerAddress.Default;
    }

    public Terminal Terminal { get; }

    public StackLines Lines { get; }

    /// <summary>Nobody need be asked.</summary>
    public bool Yes { get; }

    public Project Project { get; }

    /// <summary>The one that states the stack; null for a stack named as the project.</summary>
    public TargetSettings? Target { get; }

    /// <summary>Who reads S3 besides, from the stack's region.</summary>
    public S3Settings S3 { get; }

    public StackOptions Options { get; }

    public WarehouseStack Stack { get; }

    public Uri AddressServer { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <param name="surroundings">The process's.</param>
    /// <param name="global">Which project and target.</param>
    /// <param name="aws">Who acts, given the project's region.</param>
    /// <param name="cancel">Ends looking for credentials.</param>
    /// <exception cref="StarliftException">The project does not say which stack, or there are no credentials.</exception>
    public static async Task<CloudContext> OpenAsync(
        Surroundings surroundings, GlobalOptions global, Func<string?, AwsApiOptions> aws, CancellationToken cancel)
    {
        var project = global.ReadProject();
        var options = StackOptions.Of(project, StackName(project, global.Target));
        var caller = aws(options.Region);
        var stack = await WarehouseStack.OpenAsync(caller, options.Name, PollOf(surroundings), cancel);
        return new CloudContext(surroundings, global, project, options, caller, stack);
    }

    /// <summary>The stack of a target that states one; else of the only target that does; else null, for one named as the project.</summary>
    /// <exception cref="ConfigurationException">Several do, or the target that was chosen does not.</exception>
    public static string? StackName(Project project, string? target)
    {
        if (target is not null)
        {
            var chosen = project.Targets.FirstOrDefault(candidate => candidate.Name == target) ?? project.Target(target);
            return chosen.Values.GetValueOrDefault("stack")
                ?? throw new ConfigurationException($"the target '{target}' has no stack", chosen.Place, "choose one of type redshift with the key 'stack'");
        }

        var stacks = project.Targets.Select(candidate => candidate.Values.GetValueOrDefault("stack")).OfType<string>().Distinct().ToList();
        return stacks.Count <= 1
            ? stacks.FirstOrDefault()
            : throw new ConfigurationException($"several targets have a stack: {string.Join(", ", stacks)}", hint: "choose a target with --target");
    }

    public void Dispose() => Stack.Dispose();

    static TargetSettings? TargetOf(Project project, string? target) => target is not null
        ? project.Targets.FirstOrDefault(candidate => candidate.Name == target)
        : project.Targets.FirstOrDefault(candidate => candidate.Values.ContainsKey("stack"));

    static TimeSpan PollOf(Surroundings surroundings) => surroundings.Environment(PollVariable) switch
    {
        null or "" => Poll,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0 =>
            TimeSpan.FromMilliseconds(milliseconds),
        var text => throw new ConfigurationException($"'{text}' is no value for {PollVariable}", hint: "milliseconds, such as 5000"),
    };
}
