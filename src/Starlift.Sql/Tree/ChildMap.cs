namespace Starlift.Sql.Tree;

/// <summary>Gives what stands in place of a node's child.</summary>
public delegate SqlNode ChildMap(SqlNode child);
