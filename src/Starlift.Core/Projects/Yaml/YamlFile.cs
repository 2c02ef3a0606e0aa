using System.Text.RegularExpressions;
using Starlift.Errors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Starlift.Projects.Yaml;

/// <summary>Reads a YAML file into nodes that know their place. Strict: one document, no anchors, no duplicate keys.</summary>
sealed partial class YamlFile
{
    const char MaskedOpen = '\uE000';
    const char MaskedClose = '\uE001';

    /// <summary>A project file needs four; each takes room on the stack.</summary>
    const int Deepest = 50;

    readonly string _file;
    readonly IParser _parser;
    readonly List<Problem> _problems;
    SourcePlace _last;
    int _depth;

    YamlFile(string file, string text, List<Problem> problems)
    {
        _file = file;
        _parser = new Parser(new StringReader(Mask(text)));
        _problems = problems;
        _last = new SourcePlace(file, 1, 1);
    }

    /// <summary>The file's root, null where the file is empty or broken.</summary>
    /// <param name="file">The name that messages show.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="problems">Gets whatever is wrong.</param>
    public static YamlNode? Read(string file, string text, List<Problem> problems)
    {
        var reader = new YamlFile(file, text, problems);
        try
        {
            return reader.ReadDocument();
        }
        catch (ConfigurationException error)
        {
            problems.AddRange(error.Problems);
        }
        catch (YamlException error)
        {
            var what = Unmask(error.InnerException is YamlException inner ? inner.Message : error.Message);
            problems.Add(Unreadable($"not readable as YAML: {what.TrimEnd('.')}", new SourcePlace(file, (int)error.Start.Line, (int)error.Start.Column)));
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser's own, on texts that it is not made for, such as a plain value that breaks within braces.
            problems.Add(Unreadable("not readable as YAML", reader._last));
        }

        return null;
    }

    static Problem Unreadable(string what, SourcePlace place) =>
        new(what, place, "look for a missing colon, quote or bracket, or for an indent that differs from the lines around it");

    // Braces end a plain value inside { }, so `{ password: ${env:PGPASSWORD} }` would not parse: they are hidden from the parser
    // behind two private characters of the same width, which keeps every column.
    static string Mask(string text) =>
        Reference().Replace(text, match => $"${MaskedOpen}{match.ValueSpan[2..^1]}{MaskedClose}");

    static string Unmask(string text) => text.Replace(MaskedOpen, '{').Replace(MaskedClose, '}');

    [GeneratedRegex(@"\$\{[A-Za-z0-9_:.-]*\}")]
    private static partial Regex Reference();

    YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _problems.Add(new Problem("a second document begins here", PlaceOf(second), "remove the line '---': a project file is one document"));
        }

        return root;
    }

    YamlNode ReadNode()
    {
        if (++_depth > Deepest)
        {
            throw new ConfigurationException(
                $"the file is nested more than {Deepest} deep", PlaceOf(_parser.Consume<ParsingEvent>()), "a project file needs no more than four levels: look for brackets or dashes too many");
        }

        var node = ReadAnyNode();
        _depth--;
        return node;
    }

    YamlNode ReadAnyNode()
    {
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlScalar(IsNull(scalar) ? null : Unmask(scalar.Value), PlaceOf(scalar));
        }

        if (_parser.TryConsume<MappingStart>(out var mapping))
        {
            return ReadMapping(PlaceOf(mapping));
        }

        if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            return ReadSequence(PlaceOf(sequence));
        }

        var alias = _parser.Consume<AnchorAlias>();
        _problems.Add(new Problem($"*{alias.Value} refers to an anchor, which a project file can't", PlaceOf(alias), "write the value out, or use a variable under vars"));
        return new YamlScalar(null, PlaceOf(alias));
    }

    YamlMapping ReadMapping(SourcePlace place)
    {
        var entries = new List<YamlEntry>();
        var firsts = new Dictionary<string, YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode();
            var value = ReadNode();
            if (key is not YamlScalar { Text: { } name })
            {
                _problems.Add(new Problem($"a key is a name, and this is {key.Kind}", key.Place));
            }
            else if (firsts.TryGetValue(name, out var first))
            {
                _problems.Add(new Problem($"the key '{name}' stands here twice", key.Place, $"keep one; the first is on line {first.Place.Line}"));
            }
            else
            {
                firsts[name] = new YamlEntry(name, key.Place, value);
                entries.Add(firsts[name]);
            }
        }

        return new YamlMapping(entries, place);
    }

    YamlSequence ReadSequence(SourcePlace place)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return new YamlSequence(items, place);
    }

    static bool IsNull(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" };

    SourcePlace PlaceOf(ParsingEvent parsed) => _last = new(_file, (int)parsed.Start.Line, (int)parsed.Start.Column);
}
