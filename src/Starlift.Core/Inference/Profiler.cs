using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>Reads a bounded sample of the objects of a prefix once, and makes a profile of it.</summary>
/// <param name="store">Where the objects are.</param>
/// <param name="options">How much is read.</param>
sealed partial class Profiler(IObjectStore store, ProfileOptions options)
{
    /// <summary>Of one record, as COPY takes it.</summary>
    const long MostBytesOfRecord = 4 * 1024 * 1024;

    /// <summary>Of each object that is looked at, in bytes.</summary>
    const int LeastShare = 262_144;

    readonly PathProfile _root = new("");
    readonly List<string> _findings = [];
    long _bytes;
    Compression? _compression;
    ObjectVersion? _first;

    /// <param name="prefix">A key prefix as COPY's FROM has it; a relative path starts at the store's folder.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StarliftException">Nothing is there, or what is there can't be loaded by one COPY.</exception>
    public async Task<DataProfile> ProfileAsync(string prefix, CancellationToken cancellationToken)
    {
        var objects = new List<ObjectVersion>();
        await foreach (var version in store.ListAsync(prefix, cancellationToken))
        {
            objects.Add(version);
        }

        var chosen = SampleChoice.Of(objects, options.MostObjects);
        if (chosen.Count == 0)
        {
            throw new StarliftException(ExitCode.Usage, new Problem(
                objects.Count == 0 ? $"there is no object whose path starts with '{prefix}'" : $"all objects below '{prefix}' are empty", Hint: "check PREFIX: it is the beginning of the objects' paths, as COPY's FROM has it"));
        }

        var share = (int)Math.Clamp(options.MostBytes / chosen.Count, LeastShare, int.MaxValue / 2);
        await Task.Run(() => chosen.ToList().ForEach(version => Read(version, share, cancellationToken)), cancellationToken);
        if (_root.Objects + _root.Arrays == 0)
        {
            throw new ConfigurationException($"the objects below '{prefix}' hold no JSON object", hint: "check PREFIX");
        }

        return new DataProfile
        {
            Prefix = prefix,
            Objects = objects.Count,
            Sampled = chosen.Count,
            Bytes = _bytes,
            Compression = _compression ?? Compression.None,
            Root = _root,
            Partitions = PartitionsOf(objects.Select(version => version.Uri), prefix),
            KeyPattern = PatternOf([.. objects.Select(version => version.Uri)]),
            Findings = _findings,
        };
    }

    void Read(ObjectVersion version, int share, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sample = ObjectSample.Read(store, version, share, cancellationToken);
        RefuseMixture(sample);
        _bytes += sample.Bytes.Length;
        var records = 0;
        var others = 0;
        var failedAt = RecordWalk.Read(sample.Bytes.Span, sample.IsWhole, (record, length) =>
        {
            RefuseLong(version, length, record.ValueKind == JsonValueKind.Array);
            if (record.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                _root.Add(record);
                records++;
            }
            else
            {
                others++;
            }
        });
        if (failedAt >= 0 && records == 0)
        {
            throw new ConfigurationException(
                $"{version.Uri} is no JSON: the text ends to be JSON at byte {failedAt.ToString(CultureInfo.InvariantCulture)}", hint: "give a longer PREFIX that leaves it out; CSV and the like have to be converted to JSON first");
        }

        if (failedAt >= 0)
        {
            _findings.Add($"{version.Uri} has text that is no JSON at byte {failedAt.ToString(CultureInfo.InvariantCulture)}: COPY rejects that record, and infer read no further in this object");
        }

        if (others > 0)
        {
            _findings.Add($"{version.Uri} has {others.ToString(CultureInfo.InvariantCulture)} values that are neither object nor array: COPY rejects each");
        }

        if (records == 0 && failedAt < 0 && !sample.IsWhole)
        {
            RefuseLong(version, sample.Bytes.Length, sample.Bytes.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..]);
            Read(version, (int)(2 * MostBytesOfRecord), cancellationToken);
        }
    }

    void RefuseMixture(ObjectSample sample)
    {
        _first ??= sample.Version;
        if ((_compression ??= sample.Compression) != sample.Compression)
        {
            throw new ConfigurationException(
                $"a COPY reads all its objects one way, and {_first.Uri} is {NameOf(_compression.Value)} while {sample.Version.Uri} is {NameOf(sample.Compression)}", hint: "call infer once for each kind, with a longer PREFIX");
        }
    }

    static void RefuseLong(ObjectVersion version, long length, bool isArray)
    {
        if (length > MostBytesOfRecord)
        {
            throw new ConfigurationException(
                $"{version.Uri} holds a record of more than 4 MB, and COPY takes none of more than {MostBytesOfRecord.ToString("N0", CultureInfo.InvariantCulture)} bytes",
                hint: isArray ? "an array is one record: write its elements one a line, as jq -c '.[]' does" : "write the records one a line, without what is around them");
        }
    }

    static string NameOf(Compression compression) => compression == Compression.None ? "not compressed" : $"compressed by {compression.ToString().ToUpperInvariant()}";

    static Dictionary<string, IReadOnlyList<string>> PartitionsOf(IEnumerable<string> uris, string prefix)
    {
        var found = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var uri in uris)
        {
            var from = Math.Max(uri.IndexOf(prefix.TrimStart('.', '/'), StringComparison.Ordinal), 0);
            foreach (Match match in Partition().Matches(uri[from..]))
            {
                (found.TryGetValue(match.Groups["name"].Value, out var values) ? values : found[match.Groups["name"].Value] = new SortedSet<string>(StringComparer.Ordinal))
                    .Add(Uri.UnescapeDataString(match.Groups["value"].Value));
            }
        }

        return found.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => [.. pair.Value], StringComparer.Ordinal);
    }

    static string? PatternOf(IReadOnlyList<string> uris)
    {
        var names = Partition().Matches(uris[0]).Select(match => match.Groups["name"].Value).ToList();
        if (names.Count == 0 || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count || !names.TrueForAll(name => NameWords.IsPlain(name.ToLowerInvariant())))
        {
            return null;
        }

        var pattern = string.Concat(names.Select(name => $"{name}={{{name}}}/"));
        var keys = KeyPattern.Parse(pattern);
        return uris.All(uri => keys.ValuesOf(uri) is not null) ? pattern : null;
    }

    [GeneratedRegex("(?<=/|^)(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>[^/]+)/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Partition();
}
