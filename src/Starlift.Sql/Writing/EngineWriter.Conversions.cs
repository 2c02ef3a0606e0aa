using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Writing;

/// <content>Conversions.</content>
public abstract partial class EngineWriter
{
    /// <summary>The value as another type, as CAST does it.</summary>
    public virtual Fragment Cast(Fragment value, DataType type) => $"CAST({value.Bare} AS {TypeName(type)})";

    /// <summary>A value of one type as a value of another: how it differs from the engine's own CAST depends on both, and on why it is converted.</summary>
    protected virtual Fragment Convert(BoundConversion conversion) => Cast(Expression(conversion.Operand), conversion.Type);
}
