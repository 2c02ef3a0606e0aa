using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;
using Starlift.Sql.Values.Patterns;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <content>LIKE, SIMILAR TO and ~, whose patterns mean something else in DuckDB.</content>
sealed partial class DuckDbWriter
{
    protected override Fragment Like(BoundLike like)
    {
        var escape = like.Escape is null ? "\\" : like.Escape is BoundLiteral { Text: { Length: <= 1 } text } ? text
            : throw Refuse(like.Escape, "the escape character of the pattern is no text of one character", "write escape '\\'");
        if (like.Kind == LikeKind.SimilarTo)
        {
            return SimilarTo(like, escape);
        }

        // a backslash escapes in Redshift's LIKE without being asked to; a pattern without one needs no word of it
        var word = $"{(like.Negated ? "NOT " : "")}{(like.Kind == LikeKind.ILike ? "ILIKE" : "LIKE")}";
        var mentions = escape.Length > 0 && (like.Pattern is not BoundLiteral { Text: { } pattern } || pattern.Contains(escape, StringComparison.Ordinal));
        return ((Fragment)$"{Expression(like.Operand)} {word} {Expression(like.Pattern)}{(mentions ? $" ESCAPE {Quoted(escape)}" : "")}").InBrackets();
    }

    // DuckDB's ~ has to match the whole text, Redshift's any part of it
    protected override Fragment Match(BoundBinary binary)
    {
        var ignoresCase = binary.Operator is BinaryOperator.MatchIgnoringCase or BinaryOperator.NotMatchIgnoringCase;
        Fragment match = $"regexp_matches({Expression(binary.Left).Bare}, {Expression(binary.Right).Bare}{(ignoresCase ? ", 'i'" : "")})";
        return binary.Operator is BinaryOperator.NotMatch or BinaryOperator.NotMatchIgnoringCase ? ((Fragment)$"NOT {match}").InBrackets() : match;
    }

    // DuckDB's SIMILAR TO takes a regular expression
    Fragment SimilarTo(BoundLike like, string escape)
    {
        var pattern = like.Pattern is BoundLiteral { Text: { } text }
            ? Fragment.Of(Quoted(SimilarPattern.Regex(text, escape)))
            : $"starlift_similar({Expression(like.Pattern).Bare}, {Quoted(escape)})";
        Fragment match = $"regexp_full_match({Expression(like.Operand).Bare}, {pattern})";
        return like.Negated ? ((Fragment)$"NOT {match}").InBrackets() : match;
    }
}
