using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Starlift.DuckDb.Native;

/// <summary>
/// The table function starlift_copy(n): DuckDB's own threads pull the rows of a COPY. No exception crosses into native code; what is
/// thrown is kept in the scan, and DuckDB is told that the function failed. All connections of a process to one file are of one database,
/// which knows one function of a name: so a COPY's number is the process's, not the connection's.
/// </summary>
static unsafe class CopyFunction
{
    public const string Name = "starlift_copy";

    const int BigIntType = 5;
    static readonly ConcurrentDictionary<long, CopyScan> Scans = new();
    static long _lastNumber;

    /// <summary>To be called once a connection; a database that knows the function keeps it.</summary>
    public static void Register(nint connection)
    {
        var function = DuckDbApi.CreateTableFunction();
        var parameter = DuckDbApi.CreateLogicalType(BigIntType);
        try
        {
            DuckDbApi.SetName(function, Name);
            DuckDbApi.AddParameter(function, parameter);
            DuckDbApi.SetBind(function, &Bind);
            DuckDbApi.SetInit(function, &Init);
            DuckDbApi.SetLocalInit(function, &LocalInit);
            DuckDbApi.SetFunction(function, &Fill);
            if (DuckDbApi.Register(connection, function) != 0)
            {
                throw new InvalidOperationException($"DuckDB did not take the table function {Name}");
            }
        }
        finally
        {
            DuckDbApi.DestroyLogicalType(&parameter);
            DuckDbApi.DestroyTableFunction(&function);
        }
    }

    /// <summary>Makes the scan known under a number, until <see cref="Remove"/>.</summary>
    public static long Add(CopyScan scan)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        Scans[number] = scan;
        return number;
    }

    public static void Remove(long number) => Scans.TryRemove(number, out _);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Bind(nint info)
    {
        try
        {
            var parameter = DuckDbApi.BindGetParameter(info, 0);
            var number = DuckDbApi.GetInt64(parameter);
            DuckDbApi.DestroyValue(&parameter);
            if (!Scans.TryGetValue(number, out var scan))
            {
                DuckDbApi.BindSetError(info, $"no COPY of number {number} is running");
                return;
            }

            foreach (var column in scan.Input.Copy.SinkColumns)
            {
                var type = LogicalType.Create(column.Type);
                DuckDbApi.BindAddResultColumn(info, column.Name, type);
                DuckDbApi.DestroyLogicalType(&type);
            }

            DuckDbApi.BindSetData(info, GCHandle.ToIntPtr(GCHandle.Alloc(scan)), &Free);
        }
        catch (Exception e)
        {
            DuckDbApi.BindSetError(info, e.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Init(nint info) => DuckDbApi.InitSetMaxThreads(info, (ulong)Environment.ProcessorCount);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void LocalInit(nint info)
    {
        try
        {
            var thread = new CopyScanThread(Target<CopyScan>(DuckDbApi.InitGetBindData(info)));
            DuckDbApi.InitSetData(info, GCHandle.ToIntPtr(GCHandle.Alloc(thread)), &Dispose);
        }
        catch (Exception e)
        {
            DuckDbApi.InitSetError(info, e.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Fill(nint info, nint chunk)
    {
        var thread = Target<CopyScanThread>(DuckDbApi.FunctionGetLocalInitData(info));
        try
        {
            thread.Fill(chunk);
        }
        catch (Exception e)
        {
            thread.Scan.Fail(e);
            DuckDbApi.FunctionSetError(info, e.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Free(nint data) => GCHandle.FromIntPtr(data).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Dispose(nint data)
    {
        var handle = GCHandle.FromIntPtr(data);
        (handle.Target as IDisposable)?.Dispose();
        handle.Free();
    }

    static T Target<T>(nint data)
        where T : class => (T)GCHandle.FromIntPtr(data).Target!;
}
