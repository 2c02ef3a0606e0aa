using Starlift.Fuzz;

var options = FuzzOptions.Parse(args);
return options is null ? 2 : options.IsWorker ? await Worker.RunAsync(options) : Supervisor.Run(options);
