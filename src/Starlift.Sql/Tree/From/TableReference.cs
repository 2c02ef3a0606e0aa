using Starlift.Sql.Text;

namespace Starlift.Sql.Tree;

/// <summary>A table, view or common table; of two parts or more, only a scope can tell it from the path of a SUPER array of an earlier table.</summary>
public sealed record TableReference(TextSpan Span, QualifiedName Name, TableAlias? Alias) : FromItem(Span)
{
    public override SqlNode MapChildren(ChildMap map) => this with { Name = map.One(Name), Alias = map.One(Alias) };
}
