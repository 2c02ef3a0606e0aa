using Starlift.Cli.Serving;
using Starlift.Errors;

namespace Starlift.Cli.Targets;

/// <summary>Tries again while another run holds the target, for as long as somebody is willing to wait, and tells who it is.</summary>
/// <param name="patience">From the first attempt on; zero for one attempt.</param>
/// <param name="log">Is told whom it waits for.</param>
/// <param name="time">Measures it.</param>
sealed class LockWait(TimeSpan patience, TextWriter log, TimeProvider time)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <param name="attempt">
    /// Is told whether it is the first, and fails with <see cref="ExitCode.Locked"/> before it has changed anything.
    /// </param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="StarliftException">That of the last attempt.</exception>
    public async Task<T> RunAsync<T>(Func<bool, Task<T>> attempt, CancellationToken cancel)
    {
        var since = time.GetTimestamp();
        string? told = null;
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return await attempt(isFirst);
            }
            catch (StarliftException e) when (e is not ServedException && e.ExitCode == ExitCode.Locked && time.GetElapsedTime(since) + Pause <= patience)
            {
                if (told != e.Message)
                {
                    told = e.Message;
                    await log.WriteLineAsync($"starlift: waiting: {told}");
                }

                await Task.Delay(Pause, time, cancel);
            }
        }
    }
}
