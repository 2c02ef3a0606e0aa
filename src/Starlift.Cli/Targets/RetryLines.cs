using Starlift.Aws;

namespace Starlift.Cli.Targets;

/// <summary>Tells why a command waits for S3. Most retries are put right by the next attempt, and are not told. Thread-safe.</summary>
sealed class RetryLines(TextWriter error, TimeProvider time)
{
    const int SilentAttempts = 2;

    /// <summary>Many requests fail together where one does.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    readonly Lock _lock = new();
    long? _last;

    public void Write(S3Retry retry)
    {
        if (retry.Attempt <= SilentAttempts)
        {
            return;
        }

        lock (_lock)
        {
            if (_last is { } last && time.GetElapsedTime(last) < Pause)
            {
                return;
            }

            _last = time.GetTimestamp();
            error.WriteLine($"starlift: {retry.Reason}; attempt {retry.Attempt + 1} at {retry.Uri} follows in {retry.Delay.TotalSeconds:0.0} s");
        }
    }
}
