using System.Text;
using Starlift.Cases;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Cli.Probing;

/// <summary>
/// The statements of a case as they are sent to a cluster: word for word, but for what an account has of its own: places in S3, the role of the
/// COPY, the region and the names of schemas.
/// </summary>
/// <param name="place">Where the case's objects are, and its schemas.</param>
/// <param name="role">The ARN of COPY's role; null for the warehouse's default one.</param>
/// <param name="bucketRegion">That of the objects' bucket; null where a COPY need not say it.</param>
sealed class CaseStatements(ProbePlace place, string? role, string? bucketRegion)
{
    static readonly string[] Authorizations = ["iam_role", "credentials", "access_key_id"];

    /// <summary>Null for a case that can be executed on a cluster.</summary>
    public static string? ReasonToSkip(ConformanceCase testCase)
    {
        try
        {
            return testCase.Generator is not null ? "a program makes its objects"
                : SqlLexer.Read(new SqlSource("", testCase.Script)).Any(IsKey) ? "it states access keys, and those of an account are no part of a probe"
                : null;
        }
        catch (ConfigurationException)
        {
            return "its script can't be cut into statements";
        }
    }

    /// <summary>One text a statement.</summary>
    public IReadOnlyList<string> Of(ConformanceCase testCase, string script)
    {
        var schemas = SchemasOf(testCase);
        return [.. SqlScript.Split(new SqlSource("", script)).Select(statement => Render(testCase, statement, schemas))];
    }

    /// <summary>The schemas that the case makes, as it calls them.</summary>
    public static IReadOnlyList<string> SchemasOf(ConformanceCase testCase) => [.. SqlScript.Split(new SqlSource("", testCase.Ddl))
        .Select(SqlLexer.Read)
        .Where(tokens => tokens.Count > 3 && tokens[0].Is("create") && tokens[1].Is("schema"))
        .Select(tokens => tokens[^2].Value)];

    string Render(ConformanceCase testCase, SqlSource statement, IReadOnlyList<string> schemas)
    {
        var tokens = SqlLexer.Read(statement);
        var isCopy = tokens[0].Is("copy");
        var text = new StringBuilder();
        var copied = statement.Start;
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            if (ReplacementOf(testCase, tokens, i, isCopy, schemas) is { } replacement)
            {
                text.Append(statement.Text, copied, tokens[i].Start - copied).Append(replacement);
                copied = tokens[i].End;
            }
        }

        text.Append(statement.Text, copied, statement.Start + statement.Length - copied);
        if (isCopy && !tokens.Any(token => Authorizations.Any(token.Is)))
        {
            text.Append($"\niam_role {Role}");
        }

        if (isCopy && bucketRegion is not null && !tokens.Any(token => token.Is("region")))
        {
            text.Append($"\nregion '{bucketRegion}'");
        }

        return text.ToString();
    }

    string Role => role is null ? "default" : $"'{role}'";

    /// <summary>Null for a token that stays as it is.</summary>
    string? ReplacementOf(ConformanceCase testCase, IReadOnlyList<Token> tokens, int index, bool isCopy, IReadOnlyList<string> schemas)
    {
        var token = tokens[index];
        if (token.IsName && schemas.Contains(token.Value) && (tokens[index + 1].IsSymbol(".") || (index > 0 && tokens[index - 1].Is("schema"))))
        {
            return place.SchemaFor(token.Value);
        }

        if (!isCopy || index == 0)
        {
            return null;
        }

        var word = tokens[index - 1].Is("as") ? tokens[index - 2] : tokens[index - 1];
        return word.Is("iam_role") ? Role
            : token.Kind != TokenKind.String ? null
            : token.Value.StartsWith("s3://", StringComparison.Ordinal) ? $"'{place.UriFor(testCase, token.Value).Replace("'", "''", StringComparison.Ordinal)}'"
            : word.Is("credentials") && role is not null && token.Value.StartsWith("aws_iam_role=", StringComparison.Ordinal) ? $"'aws_iam_role={role}'"
            : word.Is("region") && bucketRegion is not null ? $"'{bucketRegion}'"
            : null;
    }

    static bool IsKey(Token token) =>
        token.Is("access_key_id") || (token.Kind == TokenKind.String && token.Value.Contains("aws_access_key_id=", StringComparison.Ordinal));
}
