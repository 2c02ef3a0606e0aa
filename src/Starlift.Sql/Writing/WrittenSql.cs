using Starlift.Sql.Text;

namespace Starlift.Sql.Writing;

/// <summary>One statement of an engine.</summary>
/// <param name="Text">As the engine takes it.</param>
/// <param name="Places">What its stretches come from; one that lies in another comes behind it.</param>
public sealed record WrittenSql(string Text, IReadOnlyList<WrittenPlace> Places)
{
    /// <summary>A statement that stands for nothing that is written.</summary>
    public WrittenSql(string text)
        : this(text, [])
    {
    }

    /// <summary>The innermost part of Redshift's statement that the engine's text at <paramref name="index"/>, 0-based, comes from; null where none is.</summary>
    public TextSpan? SourceOf(int index)
    {
        for (var i = Places.Count - 1; i >= 0; i--)
        {
            if (Places[i].Start <= index && index < Places[i].End)
            {
                return Places[i].Source;
            }
        }

        return null;
    }
}
