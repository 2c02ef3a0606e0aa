using Starlift.Sql.Meaning.Types;

namespace Starlift.Sql.Meaning.Bound;

/// <summary>A column of a source.</summary>
public sealed record SourceColumn(string Name, DataType Type);
