namespace Starlift.Torture;

/// <summary>How a process ended, and what it wrote.</summary>
sealed record ProcessEnd
{
    const int BySignal = 128;

    public required string CommandLine { get; init; }

    public required int ExitCode { get; init; }

    public required string Out { get; init; }

    public required string Error { get; init; }

    /// <summary>It had to be ended, because it would not end by itself.</summary>
    public required bool Hung { get; init; }

    /// <summary>The signals it was sent, in order.</summary>
    public required IReadOnlyList<int> Signals { get; init; }

    /// <summary>It had no chance to say anything: nothing can handle SIGKILL, and a second signal ends it as if there were no handler.</summary>
    public bool IsKilled => (Signals.Contains(Native.Kill) && ExitCode == BySignal + Native.Kill)
        || (Signals.Count > 1 && (ExitCode == BySignal + Native.Interrupt || ExitCode == BySignal + Native.Terminate) && !Claims.Any(Out + Error));

    /// <exception cref="InvalidOperationException">It did not succeed.</exception>
    public void ThrowIfFailed()
    {
        if (ExitCode != 0)
        {
            throw new InvalidOperationException(Text);
        }
    }

    public string Text =>
        $"""
        $ {CommandLine}
        exit code {ExitCode}{(Signals.Count > 0 ? $", was sent {string.Join(", ", Signals)}" : "")}{(Hung ? ", had to be ended" : "")}
        --- stdout
        {Out}
        --- stderr
        {Error}
        """;
}
