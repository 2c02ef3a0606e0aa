namespace Starlift.Sql.Tree;

/// <summary>Makes a tree of a tree; a subclass overrides <see cref="Rewrite"/>, and calls the base where the nodes below are to be rewritten.</summary>
public abstract class TreeRewriter
{
    /// <summary>What stands in place of the node; the same node where nothing below it changes.</summary>
    public virtual SqlNode Rewrite(SqlNode node)
    {
        var changed = false;
        var rewritten = node.MapChildren(child =>
        {
            var replacement = Rewrite(child);
            changed |= !ReferenceEquals(replacement, child);
            return replacement;
        });
        return changed ? rewritten : node;
    }
}
