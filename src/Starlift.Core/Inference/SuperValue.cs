namespace Starlift.Inference;

/// <summary>Takes typed values out of SUPER.</summary>
static class SuperValue
{
    public static string Of(SuperPlace place, PathProfile path, ValueType value)
    {
        var found = place.Path;
        // A cast of a path to a type of texts gives the text without its quotes.
        var text = found is null ? place.Text : $"cast({found} as varchar(65535))";
        var filled = found is null ? text : $"nullif({text}, '')";
        return value.Form switch
        {
            ValueForm.Nested => found ?? $"json_parse({place.Text})",
            ValueForm.Text or ValueForm.Nothing => text,
            ValueForm.EpochSeconds or ValueForm.EpochMilliseconds => Epoch($"cast({found ?? text} as bigint)", value.Form),
            // Redshift casts no text to BOOLEAN.
            ValueForm.Boolean when found is null => $"{text} = 'true'",
            _ when path.Texts.Count > 0 => $"cast({filled} as {value.Type})",
            _ => $"cast({found ?? text} as {value.Type})",
        };
    }

    /// <param name="number">Of seconds or milliseconds since 1970.</param>
    /// <param name="form">Which of them.</param>
    public static string Epoch(string number, ValueForm form) => $"timestamp 'epoch' + {number} * interval '{(form == ValueForm.EpochSeconds ? "1" : "0.001")} second'";
}
