using Starlift.Sql.Meaning.Functions;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>
/// The name of a column that states none (PostgreSQL 8.0: FigureColname; Amazon Redshift: the headers of the manual's examples). A cast has the
/// name of a column or a call in it, else that of its type; CASE has that of its ELSE.
/// </summary>
static class ResultNames
{
    const string None = "?column?";

    public static string Of(Expression expression, BindContext context) => Find(expression, context).Name ?? None;

    // a weak name gives way to the type of a cast around it
    static (string? Name, bool IsStrong) Find(Expression expression, BindContext context)
    {
        context.Enter(expression);
        return expression switch
        {
            ColumnReference column => (Attribute(column, context), true),
            FieldAccess field => (context.AttributeOf(field.Field).Name.ToLowerUnless(context), true),
            Subscript subscript => Find(subscript.Operand, context),
            ParenthesizedExpression brackets => Find(brackets.Inner, context),
            OuterJoinMark mark => Find(mark.Operand, context),
            FunctionCall { Name.Parts: [.., { Name: "nullif" }], Arguments: [var first, ..] } => Else(first, context),
            FunctionCall call => (OfFunction(context.NameOf(call.Name.Parts[^1])), true),
            KeywordCall call => (OfFunction(call.Name), true),
            ExtractCall => (OfFunction("extract"), true),
            PositionCall => ("position", true),
            SubstringCall => ("substring", true),
            TrimCall trim => (trim.Side switch { TrimSide.Leading => "ltrim", TrimSide.Trailing => "rtrim", _ => "btrim" }, true),
            ObjectTransformCall => ("object_transform", true),
            OverlayCall => ("overlay", true),
            AtTimeZone => ("timezone", true),
            CastExpression cast => Find(cast.Operand, context) is { IsStrong: true } inner ? inner : (OfType(cast.Type), false),
            TypedLiteral typed => (OfType(typed.Type), false),
            IntervalLiteral interval => (TypeNames.Short(TypeSpellings.IntervalOf(interval.Qualifier).Kind), false),
            CaseExpression @case => @case.Else is null ? ("case", false) : Else(@case.Else, context),
            _ => (null, false),
        };
    }

    static (string? Name, bool IsStrong) Else(Expression value, BindContext context) => Find(value, context) is { IsStrong: true } found ? found : ("case", false);

    static string Attribute(ColumnReference column, BindContext context) => column.Parts.Count == 1
        ? context.NameOf(column.Parts[0])
        : context.AttributeOf(column.Parts[^1]).Name.ToLowerUnless(context);

    // names of paths are in lower case, unless names of columns keep their case
    static string ToLowerUnless(this string name, BindContext context) => context.Settings.CaseSensitiveIdentifier ? name : name.ToLowerInvariant();

    static string OfFunction(string name) => FunctionCatalogue.Find(name)?.ColumnName ?? name;

    static string OfType(TypeName type) => TypeSpellings.Read(type, inTable: false, out _) is { } found ? TypeNames.Short(found.Kind) : type.Name;
}
