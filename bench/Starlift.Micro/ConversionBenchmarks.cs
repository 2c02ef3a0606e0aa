using BenchmarkDotNet.Attributes;

namespace Starlift.Micro;

/// <summary>One value of each kind a record.</summary>
public class ConversionBenchmarks : IDisposable
{
    CopyUnderTest? _copy;

    public static IEnumerable<string> Cases => CopyCases.Conversions.Keys;

    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Make() => _copy = CopyCases.Conversions[Case]();

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
