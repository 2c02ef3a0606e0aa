using System.Runtime.CompilerServices;
using Starlift.Cli.Commands;
using Starlift.Cli.Terminals;

namespace Starlift.Tests.Cli;

/// <summary>A library's process runs many command lines: none of them stays in memory.</summary>
public sealed class AppLifeTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("nonsense")]
    [InlineData("query", "select 1", "--duckdb", ":memory:")]
    [InlineData("run", "-p", "nowhere")]
    public async Task A_command_line_that_has_ended_is_forgotten(params string[] arguments)
    {
        var started = await RunAsync(arguments);
        for (var i = 0; i < 10 && started.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.False(started.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static async Task<WeakReference> RunAsync(string[] arguments)
    {
        using var terminal = new ScratchTerminal();
        var surroundings = new Surroundings(terminal.Terminal, _ => null, "/");
        await new App(surroundings).RunAsync(arguments, CancellationToken.None);
        return new WeakReference(surroundings);
    }
}
