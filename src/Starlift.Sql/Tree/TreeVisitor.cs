namespace Starlift.Sql.Tree;

/// <summary>Looks at each node of a tree; a subclass overrides <see cref="Visit"/>, and calls the base where it wants to go on below.</summary>
public abstract class TreeVisitor
{
    public virtual void Visit(SqlNode node)
    {
        foreach (var child in node.Children)
        {
            Visit(child);
        }
    }
}
