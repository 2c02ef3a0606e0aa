using BenchmarkDotNet.Attributes;

namespace Starlift.Micro;

/// <summary>Records of one case after the other.</summary>
public abstract class CopyBenchmarks : IDisposable
{
    CopyUnderTest? _copy;

    public IEnumerable<string> Names => CopyCases.Of(GetType()).Keys;

    [ParamsSource(nameof(Names))]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Make() => _copy = CopyCases.Of(GetType())[Case]();

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
