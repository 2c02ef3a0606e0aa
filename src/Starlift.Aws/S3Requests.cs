using Starlift.Errors;

namespace Starlift.Aws;

/// <summary>
/// Sends requests, each again while that may help: with growing random delays on throttling, server errors, cut and stalled
/// connections; at once to another region where the bucket is. Thread-safe.
/// </summary>
sealed class S3Requests(S3Options options, TimeProvider time) : IDisposable
{
    static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);
    readonly S3Connections _connections = new(options);
    volatile bool _everAnswered;

    /// <param name="location">What the request is about.</param>
    /// <param name="send">One attempt; reports what it receives to the watch, and goes on where the attempt before has got to.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <param name="done">What is to be done to the object, for messages: read, written or removed.</param>
    /// <exception cref="StarliftException">No attempt has succeeded in time, or none can.</exception>
    public async Task<T> SendAsync<T>(
        S3Location location, Func<S3Connection, StallWatch, Task<T>> send, CancellationToken cancellationToken, string done = "read")
    {
        var since = time.GetTimestamp();
        var moved = false;
        for (var attempt = 1; ; attempt++)
        {
            var connection = await _connections.OfAsync(location.Bucket, cancellationToken);
            using var watch = new StallWatch(TimeoutOf(attempt, since), cancellationToken);
            try
            {
                var answer = await send(connection, watch);
                _everAnswered = true;
                return answer;
            }
            catch (Exception e) when (e is not StarliftException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!moved && S3Errors.RegionOf(e) is { } region)
                {
                    moved = true;
                    _connections.Move(location.Bucket, region);
                    continue;
                }

                if (watch.HasProgressed)
                {
                    (attempt, since) = (1, time.GetTimestamp());
                }

                var delay = DelayAfter(attempt);
                if (!S3Errors.IsTransient(e) || delay > Left(since))
                {
                    throw S3Errors.Translate(e, location, connection.Client.Config, await _connections.IdentityAsync(), done);
                }

                options.Retrying?.Invoke(new S3Retry(location.ToString(), attempt, delay, S3Errors.ReasonOf(e, connection.Client.Config)));
                await Task.Delay(delay, time, cancellationToken);
            }
        }
    }

    public void Dispose() => _connections.Dispose();

    /// <summary>How much patience is left with a request that has not got on since.</summary>
    TimeSpan Left(long since) => (_everAnswered ? options.Patience : options.PatienceAtFirst) - time.GetElapsedTime(since);

    /// <summary>A server that is merely slow gets longer with each attempt.</summary>
    TimeSpan TimeoutOf(int attempt, long since)
    {
        var most = Left(since) is var left && left > options.StallTimeout ? left : options.StallTimeout;
        var wanted = options.StallTimeout * attempt;
        return wanted < most ? wanted : most;
    }

    /// <summary>Random, so that requests that failed together do not come back together.</summary>
    static TimeSpan DelayAfter(int attempt)
    {
        var longest = Math.Min(LongestDelay.TotalMilliseconds, FirstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromMilliseconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
