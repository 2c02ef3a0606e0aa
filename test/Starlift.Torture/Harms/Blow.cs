namespace Starlift.Torture.Harms;

/// <summary>What a process is sent.</summary>
/// <param name="First">The signal.</param>
/// <param name="Second">Another, after a pause; null for none.</param>
/// <param name="Pause">Between the two.</param>
sealed record Blow(int First, int? Second, TimeSpan Pause)
{
    public static Blow Kill { get; } = new(Native.Kill, null, TimeSpan.Zero);

    public string Kind => First == Native.Kill ? "kill -9" : Second is null ? "a signal" : "two signals";

    public string Words => First == Native.Kill ? "kill -9"
        : Second is null ? NameOf(First)
        : FormattableString.Invariant($"{NameOf(First)} and {Pause.TotalMilliseconds:0} ms later {NameOf(Second.Value)}");

    public async Task DealAsync(RunningStarlift running)
    {
        running.Send(First);
        if (Second is { } second)
        {
            await Task.Delay(Pause);
            running.Send(second);
        }
    }

    static string NameOf(int signal) => signal == Native.Interrupt ? "SIGINT" : "SIGTERM";
}
