using System.Text;

namespace Starlift.Sql.Text;

/// <summary>Takes the secrets out of SQL that is to be shown.</summary>
public static class SqlRedaction
{
    static readonly string[] Secrets =
        ["access_key_id", "secret_access_key", "session_token", "credentials", "master_symmetric_key", "password"];

    /// <summary>
    /// The text with *** in place of each string that follows a keyword for credentials; a text that can't be read comes back as
    /// *** whole, for nobody knows what is in it.
    /// </summary>
    public static string Redact(string sql)
    {
        IReadOnlyList<Token> tokens;
        try
        {
            tokens = SqlLexer.Read(new SqlSource("", sql));
        }
        catch (SqlException)
        {
            return "***";
        }

        var redacted = new StringBuilder();
        var copied = 0;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.String && FollowsSecret(tokens, i))
            {
                redacted.Append(sql, copied, tokens[i].Start - copied).Append("'***'");
                copied = tokens[i].End;
            }
        }

        return redacted.Append(sql, copied, sql.Length - copied).ToString();
    }

    static bool FollowsSecret(IReadOnlyList<Token> tokens, int index)
    {
        var before = tokens[index - 1].Is("as") && index > 1 ? tokens[index - 2] : tokens[index - 1];
        return before.Kind == TokenKind.Word && Secrets.Contains(before.Value);
    }
}
