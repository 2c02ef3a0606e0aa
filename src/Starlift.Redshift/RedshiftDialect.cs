using System.Text;
using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>
/// Statements for Redshift: as they are written, byte for byte. Words are added only where a statement was asked for that its text does
/// not say: a staging table is to be temporary, a load to read a manifest.
/// </summary>
static class RedshiftDialect
{
    public static string Render(SqlStatement statement) => statement is CreateTable table ? Render(table) : statement.Source.Sql;

    /// <param name="copy">The COPY; its NOLOAD holds, whatever its text says.</param>
    /// <param name="manifest">Takes the place of what FROM names.</param>
    /// <param name="iamRole">The role where the statement leaves it open; null for the default one.</param>
    /// <param name="region">Added as REGION; null for none.</param>
    public static string Render(CopyStatement copy, string manifest, string? iamRole, string? region = null)
    {
        var tokens = SqlLexer.Read(copy.Source);
        var edits = new List<(Token Token, string Text)> { (tokens.First(token => token.Start == copy.FromIndex), RedshiftLiteral.Of(manifest)) };
        var added = new StringBuilder();
        var role = iamRole is null ? "default" : RedshiftLiteral.Of(iamRole);
        if (copy.Authorization == CopyAuthorization.DefaultRole)
        {
            edits.Add((tokens[IndexOf(tokens, "iam_role") + 1], role));
        }
        else if (copy.Authorization == CopyAuthorization.None)
        {
            added.Append($"\niam_role {role}");
        }

        if (!copy.Manifest)
        {
            added.Append("\nmanifest");
        }

        if (region is not null)
        {
            added.Append($"\nregion {RedshiftLiteral.Of(region)}");
        }

        if (copy.NoLoad && IndexOf(tokens, "noload") < 0)
        {
            added.Append("\nnoload");
        }

        return Edit(copy.Source, edits) + added;
    }

    static string Render(CreateTable table)
    {
        var tokens = SqlLexer.Read(table.Source);
        var word = IndexOf(tokens, "table");
        if (word < 0)
        {
            return table.Source.Sql;
        }

        var edits = new List<(Token Token, string Text)>();
        var isTemporary = word > 1 || tokens[word + 1].Value.StartsWith('#');
        // A temporary table has no schema.
        if (table.Temporary && !isTemporary && table.Name.Schema is null)
        {
            edits.Add((tokens[word], "temp " + TextOf(table.Source, tokens[word])));
        }

        if (table.IfNotExists && !tokens[word + 1].Is("if"))
        {
            edits.Add((tokens[word + 1], "if not exists " + TextOf(table.Source, tokens[word + 1])));
        }

        return Edit(table.Source, edits);
    }

    static int IndexOf(IReadOnlyList<Token> tokens, string word)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is(word))
            {
                return i;
            }
        }

        return -1;
    }

    static string Edit(SqlSource source, IEnumerable<(Token Token, string Text)> edits)
    {
        var text = new StringBuilder();
        var copied = source.Start;
        foreach (var (token, replacement) in edits.OrderBy(edit => edit.Token.Start))
        {
            text.Append(source.Text, copied, token.Start - copied).Append(replacement);
            copied = token.End;
        }

        return text.Append(source.Text, copied, source.Start + source.Length - copied).ToString();
    }

    static string TextOf(SqlSource source, Token token) => source.Text.Substring(token.Start, token.Length);
}
