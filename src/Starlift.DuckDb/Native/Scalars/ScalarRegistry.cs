using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Starlift.DuckDb.Native.Scalars;

/// <summary>
/// Makes functions in C# known to a database, where all its connections call them. Thread-safe but for two registrations at once on one
/// connection. No exception crosses into native code: its message is the error of the statement.
/// </summary>
static unsafe class ScalarRegistry
{
    /// <param name="connection">One of the database's.</param>
    /// <param name="functions">Overloads of a name stand together.</param>
    public static void Register(nint connection, IEnumerable<ScalarFunction> functions)
    {
        foreach (var overloads in functions.GroupBy(function => function.Name))
        {
            var set = ScalarApi.CreateSet(overloads.Key);
            try
            {
                foreach (var function in overloads)
                {
                    Add(set, function);
                }

                if (ScalarApi.RegisterSet(connection, set) != 0)
                {
                    throw new InvalidOperationException($"DuckDB did not take the function {overloads.Key}");
                }
            }
            finally
            {
                ScalarApi.DestroySet(&set);
            }
        }
    }

    static void Add(nint set, ScalarFunction function)
    {
        var handle = ScalarApi.Create();
        try
        {
            ScalarApi.SetName(handle, function.Name);
            foreach (var parameter in function.Parameters)
            {
                Use(parameter, handle, &ScalarApi.AddParameter);
            }

            Use(function.Result, handle, &ScalarApi.SetReturnType);
            if (function.TakesNulls)
            {
                ScalarApi.SetSpecialHandling(handle);
            }

            if (function.IsVolatile)
            {
                ScalarApi.SetVolatile(handle);
            }

            ScalarApi.SetExtraInfo(handle, GCHandle.ToIntPtr(GCHandle.Alloc(function)), &Free);
            ScalarApi.SetFunction(handle, &Run);
            if (ScalarApi.AddToSet(set, handle) != 0)
            {
                throw new InvalidOperationException($"DuckDB did not take an overload of the function {function.Name}");
            }
        }
        finally
        {
            ScalarApi.Destroy(&handle);
        }
    }

    static void Use(ScalarType type, nint function, delegate*<nint, nint, void> use)
    {
        var isJson = type is ScalarType.Json or ScalarType.JsonList;
        var handle = DuckDbApi.CreateLogicalType(isJson ? (int)ScalarType.Text : (int)type);
        if (isJson)
        {
            ScalarApi.SetAlias(handle, "JSON");
        }

        if (type == ScalarType.JsonList)
        {
            var list = ScalarApi.CreateListType(handle);
            use(function, list);
            DuckDbApi.DestroyLogicalType(&list);
        }
        else
        {
            use(function, handle);
        }

        DuckDbApi.DestroyLogicalType(&handle);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Run(nint info, nint chunk, nint result)
    {
        try
        {
            var function = (ScalarFunction)GCHandle.FromIntPtr(ScalarApi.GetExtraInfo(info)).Target!;
            var call = new ScalarCall(function, chunk, result);
            call.Run(function, (int)DuckDbApi.ChunkGetSize(chunk));
        }
        catch (Exception e)
        {
            ScalarApi.SetError(info, e.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Free(nint data) => GCHandle.FromIntPtr(data).Free();
}
