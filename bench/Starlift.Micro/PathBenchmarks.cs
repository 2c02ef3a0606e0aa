namespace Starlift.Micro;

/// <summary>One value by a JSONPath.</summary>
public class PathBenchmarks : CopyBenchmarks;
