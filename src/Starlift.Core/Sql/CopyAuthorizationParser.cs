using Starlift.Errors;

namespace Starlift.Sql;

/// <summary>
/// Reads the authorization of a COPY (Amazon Redshift: "Authorization parameters"). No message holds any of its strings.
/// </summary>
sealed class CopyAuthorizationParser
{
    /// <summary>Words of the clauses that state a secret.</summary>
    static readonly string[] Clauses = ["iam_role", "access_key_id", "secret_access_key", "session_token", "credentials"];

    static readonly string[] CredentialKeys =
        ["aws_iam_role", "aws_access_key_id", "aws_secret_access_key", "token", "master_symmetric_key"];

    readonly TokenCursor _cursor;
    bool _role;
    bool _credentials;
    bool _credentialKeys;
    bool _keyId;
    bool _secret;
    bool _token;
    Token _first;

    public CopyAuthorizationParser(TokenCursor cursor)
    {
        _cursor = cursor;
        // A key without its quotes, or behind a slip of the pen, is a word like any other.
        cursor.Shown = Mentions(cursor) ? [.. CopyOptions.Known, .. CopyOptions.Refused.Keys, "from", "as", "with"] : null;
    }

    /// <summary>The word DEFAULT of IAM_ROLE DEFAULT; null where it was not taken.</summary>
    public TextSpan? DefaultRoleSpan { get; private set; }

    /// <summary>Takes one clause of the authorization if there is one at the cursor.</summary>
    public bool Accept()
    {
        var clause = _cursor.Current;
        if (_cursor.Accept("iam_role"))
        {
            Once(ref _role, clause, "IAM_ROLE");
            ParseRole();
        }
        else if (_cursor.Accept("access_key_id"))
        {
            Once(ref _keyId, clause, "ACCESS_KEY_ID");
            TakeSecret("the access key id");
        }
        else if (_cursor.Accept("secret_access_key"))
        {
            Once(ref _secret, clause, "SECRET_ACCESS_KEY");
            TakeSecret("the secret access key");
        }
        else if (_cursor.Accept("session_token"))
        {
            Once(ref _token, clause, "SESSION_TOKEN");
            TakeSecret("the session token");
        }
        else if (_cursor.Accept("with", "credentials") || _cursor.Accept("credentials"))
        {
            Once(ref _credentials, clause, "CREDENTIALS");
            _cursor.Accept("as");
            ParseCredentials();
        }
        else
        {
            return false;
        }

        _first = _first.Length == 0 ? clause : _first;
        return true;
    }

    /// <summary>What the clauses that were taken come to; to be asked at the end of the statement.</summary>
    public CopyAuthorization Finish()
    {
        var keys = _keyId || _secret || _token;
        if ((_role ? 1 : 0) + (keys ? 1 : 0) + (_credentials ? 1 : 0) > 1)
        {
            throw _cursor.Error(_first, "the COPY states more than one authorization",
                "keep one of IAM_ROLE, ACCESS_KEY_ID with SECRET_ACCESS_KEY, and CREDENTIALS");
        }

        if (keys && !(_keyId && _secret))
        {
            throw _cursor.Error(_first, $"the COPY states {(_keyId ? "ACCESS_KEY_ID without SECRET_ACCESS_KEY"
                : _secret ? "SECRET_ACCESS_KEY without ACCESS_KEY_ID" : "SESSION_TOKEN without a key")}",
                "an IAM_ROLE needs neither");
        }

        return DefaultRoleSpan is not null ? CopyAuthorization.DefaultRole
            : keys || _credentialKeys ? CopyAuthorization.Keys
            : _role || _credentials ? CopyAuthorization.Role
            : CopyAuthorization.None;
    }

    void ParseRole()
    {
        if (_cursor.Accept("default"))
        {
            DefaultRoleSpan = new TextSpan(_cursor.Previous.Start, _cursor.Previous.End);
        }
        else
        {
            TakeSecret("DEFAULT, or the role's ARN");
        }
    }

    void ParseCredentials()
    {
        var at = _cursor.Current;
        var parts = ExpectSecret("the credentials").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var keys = parts.Select(part => part.Split('=', 2)).ToList();
        if (keys.Count == 0 || keys.Any(pair => pair.Length != 2 || pair[1].Length == 0 || !CredentialKeys.Contains(pair[0])))
        {
            throw Malformed(at);
        }

        var role = keys.Any(pair => pair[0] == "aws_iam_role");
        _credentialKeys = keys.Any(pair => pair[0] == "aws_access_key_id") && keys.Any(pair => pair[0] == "aws_secret_access_key");
        if (role == _credentialKeys)
        {
            throw Malformed(at);
        }
    }

    ConfigurationException Malformed(Token at) => _cursor.Error(at, "the CREDENTIALS string is malformed",
        "write 'aws_iam_role=…' or 'aws_access_key_id=…;aws_secret_access_key=…[;token=…]', without blanks");

    void TakeSecret(string what)
    {
        var at = _cursor.Current;
        if (ExpectSecret(what).Length == 0)
        {
            throw _cursor.Error(at, $"expected {what} but found an empty string");
        }
    }

    string ExpectSecret(string what) =>
        _cursor.Current.Kind == TokenKind.String ? _cursor.Take().Value : throw _cursor.UnexpectedSecret($"{what} in single quotes");

    static bool Mentions(TokenCursor cursor)
    {
        for (var ahead = 0; cursor.Peek(ahead).Kind != TokenKind.End; ahead++)
        {
            var token = cursor.Peek(ahead);
            if (token.Kind == TokenKind.Word && (Clauses.Contains(token.Value) || NearMiss.Of(token.Value, Clauses) is not null))
            {
                return true;
            }
        }

        return false;
    }

    void Once(ref bool stated, Token at, string clause) =>
        stated = stated ? throw _cursor.Error(at, $"the COPY states {clause} twice", "keep one of them") : true;
}
