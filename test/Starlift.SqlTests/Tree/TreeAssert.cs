using System.Collections;
using System.Reflection;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.SqlTests.Tree;

/// <summary>What holds for every tree.</summary>
static class TreeAssert
{
    /// <summary>The text is parsed, the spans of its tree hold together, and the tree writes the same text.</summary>
    public static Script ComesBack(string sql)
    {
        var source = new SqlSource("a.sql", sql);
        var script = SqlParser.ParseScript(source);
        Assert.Equal(sql, new SourceWriter(source).TextOf(script));
        foreach (var node in script.DescendantsAndSelf())
        {
            var at = node.Span.Start;
            foreach (var child in node.Children)
            {
                var holds = child.Span.Start >= at && child.Span.End >= child.Span.Start && child.Span.End <= node.Span.End;
                Assert.True(holds, holds ? "" : $"{child.GetType().Name} {child.Span} in {node.GetType().Name} {node.Span} of: {sql}");
                at = child.Span.End;
            }
        }

        return script;
    }

    /// <summary>The children that a node tells are the nodes that its properties have.</summary>
    public static void TellsItsChildren(SqlNode node)
    {
        var children = node.Children;
        var own = OfProperties(node).OrderBy(child => child.Span.Start).ThenBy(child => child.GetType().Name, StringComparer.Ordinal);
        var told = children.OrderBy(child => child.Span.Start).ThenBy(child => child.GetType().Name, StringComparer.Ordinal);
        Assert.True(own.SequenceEqual(told, ReferenceEqualityComparer.Instance), $"{node.GetType().Name} tells other children than it has");
    }

    static IEnumerable<SqlNode> OfProperties(SqlNode node) => node.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name != nameof(SqlNode.Children) && property.GetIndexParameters().Length == 0)
        .Select(property => property.GetValue(node))
        .SelectMany(value => value switch
        {
            SqlNode child => [child],
            IEnumerable many and not string => many.OfType<SqlNode>(),
            _ => [],
        });
}
