using System.Runtime.InteropServices;
using DuckDB.NET.Data;

namespace Starlift.DuckDb.Native;

/// <summary>What the engine's settings are on a connection, without a statement.</summary>
static unsafe class EngineSettings
{
    /// <param name="connection">Open.</param>
    /// <param name="name">Of a setting that the engine has.</param>
    public static string Of(DuckDBConnection connection, string name)
    {
        nint context;
        int scope;
        DuckDbApi.ContextOf(connection.NativeConnection.DangerousGetHandle(), &context);
        var value = DuckDbApi.OptionOf(context, name, &scope);
        var text = DuckDbApi.GetText(value);
        try
        {
            return Marshal.PtrToStringUTF8(text)!;
        }
        finally
        {
            DuckDbApi.Free(text);
            DuckDbApi.DestroyValue(&value);
            DuckDbApi.DestroyContext(&context);
        }
    }
}
