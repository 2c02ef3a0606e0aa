using System.Text;

namespace Starlift.Fuzz;

/// <summary>Makes a text that is nearly right.</summary>
static class Mutation
{
    const int Longest = 400_000;

    static readonly string[] Words =
    [
        "(", ")", "[", "]", "{", "}", "'", "\"", "`", ";", ",", ".", ":", "::", "--", "/*", "*/", "\\", "\\0", "\\u0000", "\\ud800", "$", "$$", "${", "${a}", "${env:X}", "$1", "?", "%", "&x", "*x",
        "|", "- ", "? ", "!!str ", "<<: ", "\n", "\r\n", "\t", "\0", "\uFEFF", "\u202E", "\u2028", "é", "😀", "\uD800", "0", "-1", "1e999", "NaN", "null", "true", "9223372036854775808",
        "99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001", "12018-11-05", "-infinity", "infinity", "24:00:00", "0001-01-01 BC", "1541121934796000",
        "select ", " from ", " where ", " case when ", " end ", "with x as (", " union all select ", " group by ", " order by ", " over (", " in (", " not ", " and ", " null ", "interval '1 year 2 months'",
        "date ", "timestamp ", "::decimal(38,10)", "::super", "::int", "cast(", "convert(", "nvl(", "dateadd(day, 1, ", "datediff(", "to_char(", "listagg(", "json_parse(", "create table ", "copy ",
        "identity(1,1)", "references ", "primary key ", "varchar(65535)", "char(0)", "decimal(38,37)", "iam_role default ", "json 'auto'", "manifest ", "maxerror 100000 ", "gzip ", "dateformat 'auto' ",
        "timeformat 'epochmillisecs' ", "$['a']", "$.a[0]", "$[9999999999]", "entries", "mandatory", "url", "jsonpaths", "-o", "json", "--", "-p", "--var", "--target",
    ];

    public static string Of(string text, Random random)
    {
        var changes = 1 + (int)Math.Pow(random.NextDouble() * 4, 1.5);
        for (var i = 0; i < changes && text.Length < Longest; i++)
        {
            text = Change(text, random);
        }

        return text;
    }

    static string Change(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, 1 + (int)Math.Pow(random.NextDouble() * 5, 3));
        switch (random.Next(12))
        {
            case 0:
                return text.Remove(at, length);
            case 1:
                return text.Insert(at, text.Substring(at, length));
            case 2:
                return text.Insert(random.Next(text.Length + 1), text.Substring(at, length));
            case 3:
                return text[..at];
            case 4:
                return text.Insert(at, string.Concat(Enumerable.Repeat(Words[random.Next(Words.Length)], 1 << random.Next(17))));
            case 5:
                return text.Insert(at, ((char)random.Next(random.Next(2) == 0 ? 128 : 65_536)).ToString());
            case 6 when length > 0:
                return new StringBuilder(text) { [at] = (char)(text[at] ^ (1 << random.Next(7))) }.ToString();
            case 7 when length > 0:
                return text.Remove(at, length).Insert(at, Words[random.Next(Words.Length)]);
            case 8 when length > 0:
                return text.Insert(at, string.Concat(Enumerable.Repeat(text.Substring(at, length), 1 << random.Next(12))));
            default:
                return text.Insert(at, Words[random.Next(Words.Length)]);
        }
    }

    public static byte[] Of(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(changed.Count + 1);
            switch (random.Next(4))
            {
                case 0:
                    changed.Insert(at, (byte)random.Next(256));
                    break;
                case 1 when at < changed.Count:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2 when at < changed.Count:
                    changed.RemoveRange(at, Math.Min(changed.Count - at, random.Next(1, 200)));
                    break;
                default:
                    changed.InsertRange(at, changed.Skip(at).Take(random.Next(1, 200)).ToArray());
                    break;
            }
        }

        return [.. changed];
    }
}
