using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>A column that a COPY fills from the records.</summary>
/// <param name="Name">As the table declares it.</param>
/// <param name="Type">Decides the conversion.</param>
/// <param name="NotNull">NULL is a reject.</param>
public sealed record CopyColumn(string Name, SqlType Type, bool NotNull);
