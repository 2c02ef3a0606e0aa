using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>Amazon Redshift: "VARBYTE functions and operators".</summary>
static class ByteCalls
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "from_hex" => call => call.Named("starlift_from_hex"),
        "to_hex" => call => call.TypeOf(0).Category == TypeCategory.Varbyte ? (Fragment)$"lower(hex({call[0].Bare}))" : $"lower(to_hex({call[0].Bare}))",
        "from_varbyte" => FromVarbyte,
        "to_varbyte" => call => call.Named("starlift_to_varbyte"),
        "getbit" => call => call.Named("starlift_getbit"),
        _ => null,
    };

    static Fragment FromVarbyte(CallText call) => call.TypeOf(0).IsText
        ? (Fragment)$"starlift_from_varbyte(encode({call[0].Bare}), {call[1].Bare})"
        : call.Named("starlift_from_varbyte");
}
