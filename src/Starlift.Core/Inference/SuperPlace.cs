namespace Starlift.Inference;

/// <summary>A value within a SUPER value.</summary>
/// <param name="Base">The SUPER value.</param>
/// <param name="Keys">Of the objects around the value, from the outside.</param>
sealed record SuperPlace(string Base, IReadOnlyList<string> Keys)
{
    /// <summary>
    /// The path as SQL has it; null where a key has capitals or other letters: Redshift folds names in paths to lower case, unless a session says
    /// otherwise, and would find nothing.
    /// </summary>
    public string? Path => Keys.All(NameWords.IsPlain) ? string.Concat(Keys.Select(key => $".{NameWords.Sql(key)}").Prepend(Base)) : null;

    /// <summary>The value's text, or its JSON; NULL where there is none or it is empty.</summary>
    public string Text => Keys.Count == 0
        ? $"json_serialize({Base})"
        : $"nullif(json_extract_path_text(json_serialize({Base}), {string.Join(", ", Keys.Select(Quoting.Literal))}), '')";
}
