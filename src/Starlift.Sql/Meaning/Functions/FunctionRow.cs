using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Functions;

/// <summary>One function of Redshift, as data. Adding a function is a row and a test.</summary>
/// <param name="Name">As it is called, in lower case.</param>
/// <param name="Signatures">
/// Its argument patterns with their results: <c>text, integer -&gt; varchar | varbyte, integer -&gt; varbyte</c>; see <see cref="SignatureReader"/>.
/// </param>
/// <param name="Page">The title of its page in Amazon's Database Developer Guide, or where else it is known from.</param>
public sealed record FunctionRow(string Name, string Signatures, string Page)
{
    public FunctionKind Kind { get; init; } = FunctionKind.Scalar;

    public NullRule Nulls { get; init; } = NullRule.Strict;

    public Volatility Volatility { get; init; } = Volatility.Immutable;

    public RunsOn RunsOn { get; init; }

    /// <summary>The name of the column that is a call without an alias; null where it is <see cref="Name"/>.</summary>
    public string? ColumnName { get; init; }

    /// <summary>True where the name alone, without brackets, is a call: CURRENT_DATE, SYSDATE, USER.</summary>
    public bool Bare { get; init; }

    /// <summary>True where the expression of WITHIN GROUP (ORDER BY …) counts as the last argument: PERCENTILE_CONT.</summary>
    public bool OrdersArgument { get; init; }

    /// <summary>The function that this is another name of: LEN is LENGTH. Null where it is none.</summary>
    public string? SameAs { get; init; }

    /// <summary>The signatures, read.</summary>
    public IReadOnlyList<Signature> Overloads
    {
        get => field ??= SignatureReader.Read(Signatures);
        init;
    }

    /// <summary>A function that a user has made, which takes and gives these types.</summary>
    /// <param name="name">In lower case.</param>
    public static FunctionRow OfUser(string name, IReadOnlyList<DataType> parameters, DataType result) => new(name, "", "CREATE FUNCTION")
    {
        Overloads = [new Signature([.. parameters.Select(type => new Parameter(ParameterKind.Type, type, false, false))], ResultKind.Type, result, 0)],
        Volatility = Volatility.Volatile,
        Nulls = NullRule.Own,
    };

    /// <summary>A function of which only the name is known: it takes everything, and what it gives fits everything.</summary>
    /// <param name="name">In lower case.</param>
    public static FunctionRow OfOthers(string name) => new(name, "", "CREATE FUNCTION")
    {
        Overloads = [new Signature([new Parameter(ParameterKind.Any, default, IsOptional: true, Repeats: true)], ResultKind.Type, DataType.Open, 0)],
        Volatility = Volatility.Volatile,
        Nulls = NullRule.Own,
        IsOpen = true,
    };

    /// <summary>True where only its name is known.</summary>
    public bool IsOpen { get; init; }

    public bool IsAggregate => (Kind & FunctionKind.Aggregate) != 0;

    public bool IsWindow => (Kind & FunctionKind.Window) != 0;
}
