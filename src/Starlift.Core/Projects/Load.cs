using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>A file of loads/: one COPY, named after the table it fills.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Copy">The statement, variables filled in.</param>
public sealed record Load(string Name, CopyStatement Copy);
