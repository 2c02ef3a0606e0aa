namespace Starlift.Sql;

/// <summary>What stands before the name in the text of a CREATE TABLE, whatever the statement is to mean.</summary>
/// <param name="TableIndex">0-based index of the word TABLE in the file.</param>
/// <param name="NameIndex">0-based index of the name in the file.</param>
/// <param name="SayTemporary">TEMP, TEMPORARY, LOCAL TEMP, or a name that begins with #.</param>
/// <param name="SayIfNotExists">IF NOT EXISTS.</param>
public sealed record CreateTableWords(int TableIndex, int NameIndex, bool SayTemporary, bool SayIfNotExists);
