using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Running;

/// <summary>
/// Posts events one after the other beside the run. A backend that can't be reached or does not answer is left alone from then on; what it
/// answers is not read.
/// </summary>
sealed class LineageSender : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly HttpClient _client;
    readonly Uri _address;
    readonly Channel<Func<JsonObject>> _events = Channel.CreateUnbounded<Func<JsonObject>>();
    readonly CancellationTokenSource _stop = new();
    readonly Task _sending;
    int _arrived;
    int _made;

    /// <param name="address">Where to.</param>
    /// <param name="key">Goes along as a bearer token; null for none.</param>
    /// <param name="agent">Who sends.</param>
    public LineageSender(Uri address, string? key, string agent)
    {
        _address = address;
        // the key goes to nobody whom the backend names
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Patience, UseCookies = false }) { Timeout = Patience };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        if (key is not null)
        {
            _client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }

        _sending = Task.Run(SendAllAsync);
    }

    /// <summary>Why not all have arrived, in one sentence; null while nothing is known to be wrong.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Takes what makes an event. Neither throws nor waits.</summary>
    public void Send(Func<JsonObject> made)
    {
        Interlocked.Increment(ref _made);
        _events.Writer.TryWrite(made);
    }

    /// <summary>Waits for what is left, but not long.</summary>
    /// <param name="patience">No longer than this.</param>
    public async Task FinishAsync(TimeSpan patience)
    {
        _events.Writer.TryComplete();
        if (await Task.WhenAny(_sending, Task.Delay(patience)) != _sending)
        {
            Trouble ??= $"the backend was too slow: {_arrived} of {_made} events arrived in time";
            await _stop.CancelAsync();
        }
        else if (_sending.IsFaulted)
        {
            Trouble = $"an event could not be made: {_sending.Exception.InnerException!.Message}";
        }
    }

    public ValueTask DisposeAsync()
    {
        _stop.Cancel();
        _client.Dispose();
        _stop.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task SendAllAsync()
    {
        try
        {
            await foreach (var made in _events.Reader.ReadAllAsync(_stop.Token))
            {
                if (await PostAsync(made()) is { } trouble)
                {
                    Trouble = $"{trouble}; {_arrived} of {Math.Max(_made, _arrived + 1)} events arrived until then";
                    return;
                }

                _arrived++;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // the run is over, and so is this
        }
    }

    // its words, and those of its headers, are nobody's whom a terminal should trust
    async Task<string?> PostAsync(JsonObject made)
    {
        try
        {
            using var body = new StringContent(Json.LineOf(made), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = body };
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
            return answer.IsSuccessStatusCode ? null : $"the backend answered {(int)answer.StatusCode}";
        }
        catch (HttpRequestException e)
        {
            return $"the backend can't be reached ({e.HttpRequestError})";
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            return $"the backend did not answer within {Patience.TotalSeconds:0} s";
        }
    }
}
