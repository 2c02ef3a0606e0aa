namespace Starlift.Cli.Generating;

/// <summary>How far a generator is.</summary>
/// <param name="Songs">Song files written.</param>
/// <param name="Events">Events written.</param>
/// <param name="Bytes">Bytes written, of songs and events.</param>
public readonly record struct GeneratorProgress(long Songs, long Events, long Bytes);
