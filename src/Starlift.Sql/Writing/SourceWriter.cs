using System.Text;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <summary>
/// Writes a tree as its source has it, byte for byte: comments, white space and all. A subclass overrides <see cref="Write"/> to write
/// other text in place of some nodes. Not thread-safe.
/// </summary>
public class SourceWriter
{
    readonly string _text;

    /// <param name="source">What the tree was read from.</param>
    public SourceWriter(SqlSource source) => _text = source.Text;

    /// <summary>What has been written.</summary>
    protected StringBuilder Written { get; } = new();

    /// <summary>The text of <paramref name="node"/>.</summary>
    public string TextOf(SqlNode node)
    {
        Written.Clear();
        Write(node);
        return Written.ToString();
    }

    /// <summary>Writes the node; by default its children and what the source has between them.</summary>
    protected virtual void Write(SqlNode node)
    {
        var copied = node.Span.Start;
        foreach (var child in node.Children)
        {
            Written.Append(_text, copied, child.Span.Start - copied);
            Write(child);
            copied = child.Span.End;
        }

        Written.Append(_text, copied, node.Span.End - copied);
    }
}
