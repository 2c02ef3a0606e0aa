namespace Starlift.Micro;

/// <summary>Whole records.</summary>
public class ReaderBenchmarks : CopyBenchmarks;
