using Starlift.Cli.Commands;
using Starlift.Cli.Streams;
using Starlift.Cli.Terminals;

var terminal = Terminal.OfProcess(StandardStreams.Open(), Environment.GetEnvironmentVariable);
var app = new App(new Surroundings(terminal, Environment.GetEnvironmentVariable, Environment.CurrentDirectory));
using var interruption = new Interruption(terminal, () => app.UndoesWhenInterrupted);
return (int)await app.RunAsync(args, interruption.Token);
