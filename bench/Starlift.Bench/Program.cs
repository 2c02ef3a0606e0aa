using Starlift.Bench;

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancel.Cancel();
};
try
{
    var options = BenchOptions.Parse(args);
    await new BenchRun(options, BenchFolders.Find(), TimeProvider.System).RunAsync(cancel.Token);
    return 0;
}
catch (BenchException e)
{
    await Console.Error.WriteLineAsync($"bench: {e.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
