namespace Starlift.Runs;

/// <summary>What a run's record says of who ran it.</summary>
/// <param name="Version">Starlift's.</param>
/// <param name="Target">The target's name.</param>
/// <param name="By">Who started it: user@host.</param>
/// <param name="Time">Tells the time.</param>
public sealed record RunIdentity(string Version, string Target, string By, TimeProvider Time);
