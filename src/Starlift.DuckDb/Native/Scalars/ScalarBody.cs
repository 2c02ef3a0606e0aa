namespace Starlift.DuckDb.Native.Scalars;

/// <summary>Calculates one row: it reads the call's arguments and returns one value, or none, which is NULL.</summary>
delegate void ScalarBody(ref ScalarCall call);
