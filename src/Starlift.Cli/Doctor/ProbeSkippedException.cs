namespace Starlift.Cli.Doctor;

/// <summary>A probe's question makes no sense here; the message says why.</summary>
sealed class ProbeSkippedException(string why) : Exception(why);
