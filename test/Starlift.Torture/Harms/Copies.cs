namespace Starlift.Torture.Harms;

/// <summary>Nothing is done to the process, but after everything it writes it is stopped while its files are copied, as a kill would leave them.</summary>
/// <param name="Most">Copies.</param>
sealed record Copies(int Most) : Harm
{
    public override string Kind => "copies of file and log";

    public override string Words => $"up to {Most} copies of file and log";

    public override async Task<Harmed> DoAsync(Scene scene)
    {
        var file = DuckDbSite.FileOf(scene.Folder);
        var copies = new List<string>();
        var seen = "";
        using var writes = new Writes(scene.Folder.Database);
        using var running = scene.Start();
        while (!running.HasEnded && copies.Count < Most)
        {
            var count = writes.Count;
            await writes.AwaitAsync(count + 1, running);
            Native.Send(running.Id, Native.Stop);
            await StandstillAsync(running.Id);
            try
            {
                var now = StateOf(file);
                if (now != seen && !running.HasEnded)
                {
                    seen = now;
                    copies.Add(CopyOf(file, scene.Folder, copies.Count));
                }
            }
            finally
            {
                Native.Send(running.Id, Native.Continue);
            }
        }

        var end = await running.EndAsync();
        copies.Add(CopyOf(file, scene.Folder, copies.Count));
        return new Harmed(end) { Copies = copies };
    }

    /// <summary>The signal returns before the last thread has stopped, and a thread in the middle of a write goes on with it.</summary>
    static async Task StandstillAsync(int processId)
    {
        while (Directory.Exists($"/proc/{processId}/task") && !Native.Threads(processId).All(state => state is 'T' or 'Z' or 'X'))
        {
            await Task.Delay(1);
        }
    }

    static string StateOf(string file) => string.Join(
        ' ', new[] { file, $"{file}.wal" }.Select(path => new FileInfo(path)).Where(info => info.Exists).Select(info => $"{info.Length} {info.LastWriteTimeUtc.Ticks}"));

    static string CopyOf(string file, MomentFolder folder, int number)
    {
        var copy = Path.Combine(folder.Path, "copies", $"{number:000}");
        Directory.CreateDirectory(copy);
        foreach (var part in new[] { file, $"{file}.wal" }.Where(File.Exists))
        {
            File.Copy(part, Path.Combine(copy, Path.GetFileName(part)));
        }

        return Path.Combine(copy, Path.GetFileName(file));
    }
}
