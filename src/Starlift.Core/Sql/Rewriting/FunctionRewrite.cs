namespace Starlift.Sql.Rewriting;

/// <summary>Rewrites one call of a function, or returns null to leave it as it is.</summary>
public delegate Rewritten? FunctionRewrite(FunctionCall call);
