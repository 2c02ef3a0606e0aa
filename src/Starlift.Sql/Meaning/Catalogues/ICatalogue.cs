using Starlift.Sql.Meaning.Functions;

namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>The tables and settings that a statement is read with. The caller fills it; it must not change while a statement is bound.</summary>
public interface ICatalogue
{
    /// <summary>
    /// The table or view of that name, or null where there is none. Without a schema temporary tables come first, then the schemas of the
    /// search path in their order.
    /// </summary>
    /// <param name="schema">Null where the statement names none.</param>
    /// <param name="name">In lower case, unless names are case-sensitive.</param>
    TableDefinition? Find(string? schema, string name);

    /// <summary>The function that a user has made, with all that it takes as signatures; null where there is none.</summary>
    /// <param name="schema">Null where the statement names none.</param>
    /// <param name="name">In lower case.</param>
    FunctionRow? FindFunction(string? schema, string name);

    /// <summary>True where the schema exists.</summary>
    bool HasSchema(string name);

    /// <summary>The schema in which a table without one is made: the first of the search path.</summary>
    string DefaultSchema { get; }

    /// <summary>The session's settings that change what a statement means.</summary>
    SessionSettings Settings { get; }
}
