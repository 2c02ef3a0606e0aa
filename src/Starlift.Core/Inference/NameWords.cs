using System.Text;

namespace Starlift.Inference;

/// <summary>What keys say by their words: "createdAt" and "created_at" are the same ones.</summary>
static class NameWords
{
    static readonly HashSet<string> Times = new(StringComparer.Ordinal)
    {
        "at", "ts", "time", "timestamp", "date", "datetime", "created", "updated", "modified", "changed", "when", "epoch", "start", "started", "end", "ended", "expires", "expiry", "seen",
        "last", "occurred", "received", "published", "registered", "registration", "login", "deadline", "due", "begin", "finish", "finished",
    };

    static readonly HashSet<string> Updates = new(StringComparer.Ordinal) { "updated", "modified", "changed", "update", "change", "version", "seen" };

    static readonly HashSet<string> Ids = new(StringComparer.Ordinal) { "id", "uuid", "guid", "key", "sku", "code", "number", "no", "arn", "hash", "token", "serial", "isbn", "ean", "reference", "ref" };

    static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "id", "count", "total", "qty", "quantity", "size", "bytes", "length", "duration", "age", "width", "height", "weight", "seconds", "minutes", "hours", "days", "ms", "year", "month", "day", "rank", "score", "index",
    };

    static readonly HashSet<string> Amounts = new(StringComparer.Ordinal)
    {
        "price", "amount", "total", "subtotal", "cost", "fee", "tax", "discount", "balance", "sum", "value", "shipping", "revenue", "sales", "payment", "paid", "refund", "rate", "charge", "charges", "net", "gross", "vat", "quantity", "qty",
    };

    /// <summary>Of a time: what a number has to be named to be taken for one.</summary>
    public static bool SayTime(string key) => Of(key).Any(Times.Contains);

    /// <summary>Of the time at which a row was last changed.</summary>
    public static bool SayUpdate(string key) => Of(key).Any(Updates.Contains);

    /// <summary>Of what tells things apart.</summary>
    public static bool SayId(string key) => Of(key) is [.., var last] && Ids.Contains(last);

    /// <summary>Of something that is counted or numbered, so that digits in quotes are a number.</summary>
    public static bool SayNumber(string key) => Of(key) is [.., var last] && Numbers.Contains(last);

    /// <summary>Of money and its like, so that a decimal in quotes is a number and no version.</summary>
    public static bool SayAmount(string key) => Of(key).Any(Amounts.Contains);

    /// <summary>customerId, CustomerID and customer-id as customer_id; a name that stands without quotes where it is no reserved word.</summary>
    public static string Snake(string key)
    {
        var name = string.Join('_', Of(key));
        return name.Length == 0 ? "value" : char.IsAsciiDigit(name[0]) ? $"n{name}" : name.Length > 120 ? name[..120] : name;
    }

    /// <summary>The words in lower case.</summary>
    public static IReadOnlyList<string> Of(string key)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var at = 0; at < key.Length; at++)
        {
            var letter = key[at];
            var begins = char.IsAsciiLetterUpper(letter)
                && at > 0
                && (char.IsAsciiLetterLower(key[at - 1]) || char.IsAsciiDigit(key[at - 1])
                    || (char.IsAsciiLetterUpper(key[at - 1]) && at + 1 < key.Length && char.IsAsciiLetterLower(key[at + 1])));
            if (begins || !char.IsAsciiLetterOrDigit(letter))
            {
                End(words, word);
            }

            if (char.IsAsciiLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
        }

        End(words, word);
        return words;
    }

    /// <summary>The name as SQL writes it: in quotes where it is a reserved word or holds other letters.</summary>
    public static string Sql(string name) => IsPlain(name) && !ReservedWords.Contains(name) ? name : Quoting.Name(name);

    /// <summary>Lower case letters, digits and underscores, as a name needs no quotes for.</summary>
    public static bool IsPlain(string name) =>
        name.Length is > 0 and <= 127 && (char.IsAsciiLetterLower(name[0]) || name[0] == '_') && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
