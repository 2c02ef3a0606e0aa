using Starlift.Server.Wire;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;

namespace Starlift.Server.Sessions;

/// <summary>The type of a parameter that its statement casts: $1::int.</summary>
static class ParameterTypeNames
{
    public static int Find(TypeName name) => TypeSpellings.Read(name, inTable: false, out _) is { } type ? WireType.Of(type).Number : 0;
}
