namespace Starlift.Sql.Writing;

/// <summary>Says one call of a function as an engine does.</summary>
public delegate Fragment FunctionWriter(CallText call);
