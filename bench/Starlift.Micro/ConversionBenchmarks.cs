namespace Starlift.Micro;

/// <summary>One value of each kind a record.</summary>
public class ConversionBenchmarks : CopyBenchmarks;
