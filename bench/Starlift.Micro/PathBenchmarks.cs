using BenchmarkDotNet.Attributes;

namespace Starlift.Micro;

/// <summary>One value by a JSONPath.</summary>
public class PathBenchmarks : IDisposable
{
    CopyUnderTest? _copy;

    public static IEnumerable<string> Cases => CopyCases.Paths.Keys;

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Make() => _copy = CopyCases.Paths[Case]();

    [IterationSetup]
    public void Begin() => _copy!.Begin();

    [Benchmark(OperationsPerInvoke = CopyUnderTest.Records)]
    public int Record() => _copy!.ReadOn();

    [GlobalCleanup]
    public void Dispose()
    {
        _copy?.Dispose();
        GC.SuppressFinalize(this);
    }
}
