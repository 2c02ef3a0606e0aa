using Starlift.Cli;
using Starlift.Cli.Rendering;

using var interruption = new Interruption(Console.Error);
var terminal = Terminal.OfProcess(Environment.GetEnvironmentVariable);
var surroundings = new Surroundings(terminal, Environment.GetEnvironmentVariable, Environment.CurrentDirectory);
return (int)await new App(surroundings).RunAsync(args, interruption.Token);
