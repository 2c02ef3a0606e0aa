using System.Diagnostics;
using System.Text;

namespace Starlift.CliTests;

/// <summary>The binary while it runs. Disposing ends it.</summary>
sealed class RunningStarlift : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process _process;
    readonly Task<string> _out;
    readonly Task _errorRead;
    readonly StringBuilder _error = new();
    readonly Lock _lock = new();

    public RunningStarlift(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _out = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _errorRead = ReadErrorAsync();
    }

    public int Id => _process.Id;

    public async Task<(int ExitCode, string Out, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _errorRead;
        return (_process.ExitCode, await _out, Error());
    }

    /// <summary>Waits until it has told something on stderr.</summary>
    public async Task HasToldAsync(string text)
    {
        var started = Stopwatch.StartNew();
        while (!Error().Contains(text, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited || started.Elapsed > Patience, $"it never told '{text}':\n{Error()}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt() => Send("INT");

    /// <summary>What a scheduler sends before it kills.</summary>
    public void Terminate() => Send("TERM");

    /// <summary>What nothing can handle.</summary>
    public void Kill() => Send("KILL");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    void Send(string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {_process.Id}"]);
        kill.WaitForExit();
    }

    async Task ReadErrorAsync()
    {
        while (await _process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lock (_lock)
            {
                _error.Append(line).Append('\n');
            }
        }
    }

    public string Error()
    {
        lock (_lock)
        {
            return _error.ToString();
        }
    }
}
