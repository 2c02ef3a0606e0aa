using System.Runtime.InteropServices;

namespace Starlift.DuckDb.Native;

/// <summary>Names that the engine hands over, to be freed by whoever gets them.</summary>
static class Names
{
    public static string Take(nint name)
    {
        try
        {
            return Marshal.PtrToStringUTF8(name) ?? "";
        }
        finally
        {
            DuckDbApi.Free(name);
        }
    }
}
