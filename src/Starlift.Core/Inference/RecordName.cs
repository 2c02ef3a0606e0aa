namespace Starlift.Inference;

/// <summary>Names that tables can have without quotes.</summary>
public static class RecordName
{
    /// <summary>Words in lower case with underscores between them: orderLines and Order-Lines as order_lines.</summary>
    public static string Of(string text) => NameWords.Snake(text);

    /// <summary>The name is one as it stands.</summary>
    public static bool Is(string name) => NameWords.IsPlain(name) && name.Length <= 100;
}
