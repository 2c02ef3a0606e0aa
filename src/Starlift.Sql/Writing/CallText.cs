using System.Globalization;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <summary>A call that a <see cref="FunctionWriter"/> says: its arguments as the engine's texts, and what is known of them.</summary>
public sealed class CallText(EngineWriter writer, BoundCall call)
{
    Fragment?[]? _texts;

    /// <summary>The call as it is bound.</summary>
    public BoundCall Bound { get; } = call;

    /// <summary>The session's parameters.</summary>
    public Meaning.Catalogues.SessionSettings Settings => writer.Settings;

    /// <summary>How many arguments there are; a date part is none.</summary>
    public int Count => Bound.Arguments.Count;

    /// <summary>The type that the call has on Redshift.</summary>
    public DataType Type => Bound.Type;

    /// <summary>The date part that is its first argument.</summary>
    /// <exception cref="InvalidOperationException">The function takes none.</exception>
    public DatePart Part => Bound.DatePart ?? throw new InvalidOperationException($"{Bound.Function.Name} takes no date part");

    /// <summary>All arguments.</summary>
    public IEnumerable<Fragment> All => Enumerable.Range(0, Count).Select(index => this[index]);

    /// <summary>All arguments with commas between them.</summary>
    public Fragment List => Fragment.Join(", ", All.Select(argument => argument.Bare));

    /// <summary>All arguments as they are compared, with commas between them.</summary>
    public Fragment Keys => Fragment.Join(", ", Bound.Arguments.Select(writer.DistinctKey));

    /// <summary>The argument, with brackets where it needs some beside an operator.</summary>
    /// <param name="index">0-based; a date part doesn't count.</param>
    public Fragment this[int index]
    {
        get
        {
            _texts ??= new Fragment?[Count];
            return _texts[index] ??= writer.Expression(Bound.Arguments[index]);
        }
    }

    /// <summary>The type of an argument.</summary>
    public DataType TypeOf(int index) => Bound.Arguments[index].Type;

    /// <summary>The text of an argument that is a literal; null of any other, and of NULL.</summary>
    public string? Text(int index) => index < Count ? Text(Bound.Arguments[index]) : null;

    /// <summary>The whole number that an argument is which is a literal; null of any other.</summary>
    public int? Number(int index) => index < Count ? Number(Bound.Arguments[index]) : null;

    /// <summary>The engine's function of that name with these arguments.</summary>
    public Fragment Named(string name) => $"{name}({List})";

    /// <summary>The value as the type that the call has.</summary>
    public Fragment As(Fragment value) => writer.Cast(value, Type);

    /// <summary>The value as another type.</summary>
    public Fragment As(Fragment value, DataType type) => writer.Cast(value, type);

    /// <summary>The engine's aggregate of that name over the arguments, with DISTINCT and OVER where the call has them.</summary>
    public Fragment Aggregate(string name) => Aggregate(name, Bound.IsStar ? Fragment.Of("*") : Bound.IsDistinct && name == "count" ? Keys : List);

    /// <summary>The engine's aggregate of that name over <paramref name="arguments"/>, with DISTINCT and OVER where the call has them.</summary>
    public Fragment Aggregate(string name, Fragment arguments) => $"{name}({(Bound.IsDistinct ? "DISTINCT " : "")}{arguments.Bare}){Over}";

    /// <summary>The OVER of the call with a space before it; empty without one.</summary>
    public Fragment Over => writer.Over(Bound);

    /// <summary>The order of WITHIN GROUP; empty without one.</summary>
    public Fragment Order => writer.OrderBy(Bound.WithinGroup);

    /// <summary>Another expression of the call, such as a key of its order.</summary>
    public Fragment Written(BoundExpression expression) => writer.Expression(expression);

    /// <summary>What WITHIN GROUP orders by, by its first key alone.</summary>
    public Fragment Ordered => writer.Expression(Bound.WithinGroup[0].Value);

    /// <summary>Two arguments compared as an operator does.</summary>
    public Fragment Compare(int left, int right, BinaryOperator name) =>
        writer.Expression(new BoundBinary(Bound.Span, DataType.Boolean, Bound.Arguments[left], name, Bound.Arguments[right]));

    /// <summary>What says that the engine can't do what the call wants.</summary>
    public SqlException Refuse(string message, string hint) => writer.Refuse(Bound, message, hint);

    static string? Text(BoundNode argument) => argument switch
    {
        BoundLiteral literal => literal.Text,
        BoundConversion { Operand: var operand, Type.IsText: true } when operand.Type.IsText || operand.Type.IsUnknown => Text(operand),
        _ => null,
    };

    static int? Number(BoundExpression argument) => argument switch
    {
        BoundLiteral { Text: { } text } when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        BoundUnary { Operator: UnaryOperator.Minus, Operand: var operand } => -Number(operand),
        BoundConversion { Type.IsInteger: true, Operand: var operand } => Number(operand),
        _ => null,
    };
}
