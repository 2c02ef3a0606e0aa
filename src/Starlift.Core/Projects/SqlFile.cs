using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>A SQL file of a project that could be parsed.</summary>
/// <param name="Name">Its name without folder and ending.</param>
/// <param name="Start">Where its text begins, as messages show it.</param>
/// <param name="Statements">At least one.</param>
sealed record SqlFile(string Name, SourcePlace Start, IReadOnlyList<SqlStatement> Statements);
