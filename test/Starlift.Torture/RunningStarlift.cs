using System.Diagnostics;
using System.Text;

namespace Starlift.Torture;

/// <summary>The binary while it runs. Disposing ends it. Thread-safe.</summary>
sealed class RunningStarlift : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // A shell that starts this in the background has it ignore SIGINT, and children inherit that.
    static readonly string[] Signalled = ["env", "--default-signal=INT,TERM"];

    readonly Process _process;
    readonly string _commandLine;
    readonly Task<string> _out;
    readonly Task _errorRead;
    readonly StringBuilder _error = new();
    readonly List<int> _signals = [];
    readonly Dictionary<string, TaskCompletionSource> _awaited = [];
    readonly HashSet<string> _told = [];
    readonly Lock _lock = new();

    public RunningStarlift(string binary, MomentFolder folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Signalled[0], [.. Signalled[1..], binary, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("STARLIFT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["TMPDIR"] = folder.Temporary;
        // The runtime's own sockets in the temporary folder are none of Starlift's.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        _commandLine = $"{binary} {string.Join(' ', arguments)}";
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _out = _process.StandardOutput.ReadToEndAsync();
        _errorRead = ReadErrorAsync();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Runs it to its end.</summary>
    public static async Task<ProcessEnd> RunAsync(string binary, MomentFolder folder, IReadOnlyList<string> arguments)
    {
        using var running = new RunningStarlift(binary, folder, arguments);
        return await running.EndAsync();
    }

    public void Send(int signal)
    {
        lock (_lock)
        {
            _signals.Add(signal);
        }

        if (!_process.HasExited)
        {
            Native.Send(_process.Id, signal);
        }
    }

    /// <summary>Waits until it has told a step, or has ended.</summary>
    public Task TellsAsync(string step)
    {
        TaskCompletionSource source;
        lock (_lock)
        {
            if (_told.Contains(step))
            {
                return Task.CompletedTask;
            }

            source = _awaited[step] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return Task.WhenAny(source.Task, _errorRead);
    }

    public async Task<ProcessEnd> EndAsync()
    {
        var hung = false;
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            hung = true;
            Native.Send(_process.Id, Native.Kill);
            await _process.WaitForExitAsync();
        }

        await _errorRead;
        return new ProcessEnd
        {
            CommandLine = _commandLine,
            ExitCode = _process.ExitCode,
            Out = await _out,
            Error = _error.ToString(),
            Hung = hung,
            Signals = [.. _signals],
        };
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    async Task ReadErrorAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            var step = Step.Of(line);
            lock (_lock)
            {
                _error.Append(line).Append('\n');
                if (step is not null)
                {
                    _told.Add(step);
                    _awaited.GetValueOrDefault(step)?.TrySetResult();
                }
            }
        }
    }
}
