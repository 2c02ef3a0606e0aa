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
        var edits = new List<(TextSpan Span, string Text)> { (copy.FromSpan, RedshiftLiteral.Of(manifest)) };
        var added = new StringBuilder();
        var role = iamRole is null ? "default" : RedshiftLiteral.Of(iamRole);
        if (copy.DefaultRoleSpan is { } open)
        {
            edits.Add((open, role));
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

        if (copy is { NoLoad: true, SaysNoLoad: false })
        {
            added.Append("\nnoload");
        }

        return Edit(copy.Source, edits) + added;
    }

    static string Render(CreateTable table)
    {
        var edits = new List<(TextSpan Span, string Text)>();
        // A temporary table has no schema.
        if (table.Temporary && !table.Words.SayTemporary && table.Name.Schema is null)
        {
            edits.Add((new TextSpan(table.Words.TableIndex, table.Words.TableIndex), "temp "));
        }

        if (table.IfNotExists && !table.Words.SayIfNotExists)
        {
            edits.Add((new TextSpan(table.Words.NameIndex, table.Words.NameIndex), "if not exists "));
        }

        return Edit(table.Source, edits);
    }

    static string Edit(SqlSource source, IEnumerable<(TextSpan Span, string Text)> edits)
    {
        var text = new StringBuilder();
        var copied = source.Start;
        foreach (var (span, replacement) in edits.OrderBy(edit => edit.Span.Start))
        {
            text.Append(source.Text, copied, span.Start - copied).Append(replacement);
            copied = span.End;
        }

        return text.Append(source.Text, copied, source.Start + source.Length - copied).ToString();
    }
}
