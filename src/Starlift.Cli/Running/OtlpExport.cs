using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Starlift.Cli.Terminals;
using Starlift.Runs;

namespace Starlift.Cli.Running;

/// <summary>
/// Sends a run's traces and metrics over OTLP where OpenTelemetry's standard variables say where to. Disposing sends what is left, and
/// gives up after a few seconds: a collector that is not there fails no run.
/// </summary>
sealed class OtlpExport : IDisposable
{
    const string General = "OTEL_EXPORTER_OTLP_";

    readonly IDisposable?[] _providers;

    OtlpExport(params IDisposable?[] providers) => _providers = providers;

    /// <summary>Null, and nothing of OpenTelemetry is loaded, where the variables name no endpoint.</summary>
    /// <param name="environment">The value of a variable; null where it is not set.</param>
    public static IDisposable? Start(Func<string, string?> environment)
    {
        var traces = IsWanted("TRACES", environment);
        var metrics = IsWanted("METRICS", environment);
        return traces || metrics ? Open(traces, metrics, environment) : null;
    }

    public void Dispose()
    {
        foreach (var provider in _providers)
        {
            provider?.Dispose();
        }
    }

    static bool IsWanted(string signal, Func<string, string?> environment)
    {
        bool Stated(string name) => !string.IsNullOrEmpty(environment(name));
        return (Stated($"{General}ENDPOINT") || Stated($"{General}{signal}_ENDPOINT"))
            && !string.Equals(environment("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
            && environment($"OTEL_{signal}_EXPORTER") is (null or "" or "otlp");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static OtlpExport Open(bool traces, bool metrics, Func<string, string?> environment)
    {
        var resource = ResourceBuilder.CreateEmpty()
            .AddService("starlift", serviceVersion: VersionLine.Version)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        var tracing = traces
            ? Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(RunTelemetry.Name)
                .AddOtlpExporter(options => Configure(options, "TRACES", environment))
                .Build()
            : null;
        var metering = metrics
            ? Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(RunTelemetry.Name)
                .AddOtlpExporter(options => Configure(options, "METRICS", environment))
                .Build()
            : null;
        return new OtlpExport(tracing, metering);
    }

    // The general variables are read by the exporter; those of one signal win over them (OpenTelemetry: "OTLP Exporter Configuration").
    static void Configure(OtlpExporterOptions options, string signal, Func<string, string?> environment)
    {
        string? Value(string name) => environment($"{General}{signal}_{name}") is { Length: > 0 } value ? value : null;
        if (Value("PROTOCOL") is { } protocol)
        {
            options.Protocol = protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        }

        if (Value("HEADERS") is { } headers)
        {
            options.Headers = headers;
        }

        if (Uri.TryCreate(Value("ENDPOINT"), UriKind.Absolute, out var endpoint))
        {
            options.Endpoint = endpoint;
        }
    }
}
