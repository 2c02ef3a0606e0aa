using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Starlift.Cli.Terminals;

/// <summary>What --version prints: the name and the version.</summary>
sealed class VersionLine : SynchronousCommandLineAction
{
    public static string Text { get; } = $"starlift {Version}";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Text);
        return 0;
    }

    // The build adds "+commit" where it knows one.
    public static string Version =>
        typeof(VersionLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
