using Starlift.Cli;
using Starlift.Cli.Rendering;

var terminal = Terminal.OfProcess(Environment.GetEnvironmentVariable);
using var interruption = new Interruption(terminal);
var surroundings = new Surroundings(terminal, Environment.GetEnvironmentVariable, Environment.CurrentDirectory);
return (int)await new App(surroundings).RunAsync(args, interruption.Token);
