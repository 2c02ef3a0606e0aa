using Starlift.Cli.Terminals;

namespace Starlift.Cli.Generating;

/// <summary>Shows how a generator gets on: bars that redraw themselves on a terminal, plain lines elsewhere.</summary>
static class GenerateProgress
{
    /// <returns>What the generator reported last.</returns>
    public static async Task<GeneratorProgress> WatchAsync(
        Terminal terminal, GeneratorOptions options, Func<IProgress<GeneratorProgress>, Task> generate)
    {
        if (terminal.Redraws)
        {
            return await LiveGenerateProgress.WatchAsync(terminal, options, generate);
        }

        var plain = new PlainGenerateProgress(terminal.Error, options);
        await generate(plain);
        return plain.Last;
    }
}
