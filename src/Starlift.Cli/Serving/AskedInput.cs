using System.Text;
using System.Threading.Channels;

namespace Starlift.Cli.Serving;

/// <summary>stdin of a command that is executed elsewhere: what it has read already, and then what it is asked for.</summary>
/// <param name="channel">To the command.</param>
/// <param name="taken">What it has read.</param>
sealed class AskedInput(CommandChannel channel, string taken) : TextReader
{
    readonly StringReader _taken = new(taken);
    readonly Channel<string?> _answers = Channel.CreateUnbounded<string?>();

    /// <summary>The command's answer; null at the end of its stdin, or of the command.</summary>
    public void Answer(byte[]? text) => _answers.Writer.TryWrite(text is null ? null : Encoding.UTF8.GetString(text));

    public override string? ReadLine() => _taken.ReadLine() ?? Ask(CommandFrame.WantsLine);

    public override string ReadToEnd() => _taken.ReadToEnd() + Ask(CommandFrame.WantsAll);

    // Whoever reads stdin has a thread for it.
    string? Ask(CommandFrame what)
    {
        channel.Write(what, []);
        return _answers.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
    }
}
