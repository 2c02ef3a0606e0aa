using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>Functions of numbers (Amazon Redshift: "Math functions").</summary>
static class NumberFunctions
{
    public static IReadOnlyDictionary<string, FunctionWriter> All { get; } = new Dictionary<string, FunctionWriter>
    {
        ["abs"] = call => call.Type.IsSuper ? OfSuper(call, "abs") : call.Named("abs"),
        ["ceil"] = call => Whole(call, "ceil"),
        ["floor"] = call => Whole(call, "floor"),
        ["round"] = call => Rounded(call, "round"),
        ["trunc"] = call => call.Type.Kind == TypeKind.Date ? call.As(call[0]) : Rounded(call, "trunc"),
        ["sign"] = call => call.Type.IsSuper ? OfSuper(call, "sign") : call.Type.IsDecimal ? call.As($"sign(CAST({call[0].Bare} AS numeric))") : call.Named("sign"),
        ["mod"] = call => call.TypeOf(0).IsFloat ? call.As($"CAST({call[0].Bare} AS numeric) % CAST({call[1].Bare} AS numeric)") : ((Fragment)$"{call[0]} % {call[1]}").InBrackets(),
    };

    static Fragment OfSuper(CallText call, string name) =>
        $"CASE WHEN jsonb_typeof({call[0].Bare}) = 'number' THEN to_jsonb({name}(CAST({call[0]} #>> '{{}}' AS numeric))) END";

    static Fragment Whole(CallText call, string name) => call.Type switch
    {
        { IsSuper: true } => OfSuper(call, name),
        { IsInteger: true } => call[0],
        { Kind: TypeKind.Real } => call.As(call.Named(name)),
        _ => call.Named(name),
    };

    // PostgreSQL rounds doubles to whole numbers only
    static Fragment Rounded(CallText call, string name) => call.Type switch
    {
        { IsSuper: true } => OfSuper(call, name),
        { IsInteger: true } when call.Count == 1 => call[0],
        { IsDecimal: true } => call.Named(name),
        { IsFloat: true } when call.Count == 1 => call.As(call.Named(name)),
        _ => call.As($"{name}(CAST({call[0].Bare} AS numeric), {(call.Count > 1 ? call[1].Bare : Fragment.Of("0"))})"),
    };
}
