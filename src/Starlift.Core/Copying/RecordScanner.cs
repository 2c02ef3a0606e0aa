using System.Numerics;
using System.Runtime.Intrinsics;

namespace Starlift.Copying;

/// <summary>
/// Scans one root value by the JSON grammar (RFC 8259) and notes where each column's value stands. Not thread-safe: one a reader.
/// The bytes must be followed by <see cref="Padding"/> zeros, which no JSON text holds, so that the end needs no test of its own.
/// </summary>
sealed class RecordScanner
{
    /// <summary>Zeros that must follow the bytes to scan.</summary>
    public const int Padding = 64;

    /// <summary>SUPER's limit, kept for every record (Amazon Redshift: "Limitations" of SUPER).</summary>
    public const int MaxDepth = 1_000;

    /// <summary>What <see cref="Scan"/> returns instead of an end; see <see cref="FailedAt"/>.</summary>
    public const int Failed = -1;

    readonly PathNode _root;
    readonly CopyTally _tally;
    readonly ValueKind[] _missing;
    readonly MemberPredictor[] _predictors;
    readonly ulong[] _containers = new ulong[(MaxDepth / 64) + 1];
    int _depth;
    int _newlines;
    bool _escaped;

    /// <param name="tree">Of the COPY's paths.</param>
    /// <param name="tally">Is told which keys no column takes.</param>
    public RecordScanner(PathTree tree, CopyTally tally)
    {
        _root = tree.Root;
        _tally = tally;
        _missing = tree.MissingKinds;
        _predictors = new MemberPredictor[tree.NodeCount];
        AddPredictors(tree.Root, tree.IgnoreCase);
        Kinds = new ValueKind[_missing.Length];
        Starts = new int[_missing.Length];
        Lengths = new int[_missing.Length];
    }

    /// <summary>Per column: what its value is.</summary>
    public ValueKind[] Kinds { get; }

    /// <summary>Per column: 0-based index of its value's first byte in the data, a string's quotes excluded.</summary>
    public int[] Starts { get; }

    /// <summary>Per column: its value's bytes, a string's quotes excluded.</summary>
    public int[] Lengths { get; }

    /// <summary>Line feeds inside the value last scanned whole.</summary>
    public int Newlines => _newlines;

    /// <summary>Index of the byte that the grammar does not allow. Where it is the end of the data, more bytes may mend it.</summary>
    public int FailedAt { get; private set; }

    /// <summary>The value is nested deeper than <see cref="MaxDepth"/>.</summary>
    public bool TooDeep { get; private set; }

    /// <param name="data">With its padding.</param>
    /// <param name="start">Index of { or [.</param>
    /// <returns>Index behind the value, or <see cref="Failed"/>.</returns>
    public int Scan(ReadOnlySpan<byte> data, int start)
    {
        _missing.CopyTo(Kinds);
        _tally.Begin();
        _depth = 0;
        _newlines = 0;
        TooDeep = false;
        return ScanValue(data, start, _root);
    }

    /// <summary>Before members are scanned one by one, with the methods below.</summary>
    public void Begin()
    {
        _tally.Begin();
        _newlines = 0;
        TooDeep = false;
    }

    /// <summary>A member's value, noted for the node's columns.</summary>
    /// <returns>Index behind it, or <see cref="Failed"/>.</returns>
    public int ScanMember(ReadOnlySpan<byte> data, int at, PathNode node)
    {
        _depth = 1;
        return ScanValue(data, at, node);
    }

    /// <summary>A member's value that no column asks for.</summary>
    /// <returns>Index behind it, or <see cref="Failed"/>.</returns>
    public int SkipMember(ReadOnlySpan<byte> data, int at)
    {
        _depth = 1;
        return SkipValue(data, at);
    }

    /// <summary>Bytes of a key with its quotes and the colon right behind it; 0 where no such key stands there.</summary>
    public int KeyLength(ReadOnlySpan<byte> data, int at, out bool escaped)
    {
        _escaped = false;
        var end = data[at] == '"' ? ScanString(data, at + 1) : Failed;
        escaped = _escaped;
        return end >= 0 && data[end + 1] == ':' ? end + 2 - at : 0;
    }

    void AddPredictors(PathNode node, bool ignoreCase)
    {
        _predictors[node.Ordinal] = new MemberPredictor(node, ignoreCase, PathTree.TellsKeysOf(node) ? _tally : null);
        foreach (var (_, child) in node.Members)
        {
            AddPredictors(child, ignoreCase);
        }

        foreach (var (_, child) in node.Elements)
        {
            AddPredictors(child, ignoreCase);
        }
    }

    int ScanValue(ReadOnlySpan<byte> data, int at, PathNode node)
    {
        int end;
        ValueKind kind;
        var start = at;
        switch (data[at])
        {
            case (byte)'"':
                _escaped = false;
                start = at + 1;
                end = ScanString(data, start);
                if (end < 0)
                {
                    return Failed;
                }

                Note(node, _escaped ? ValueKind.EscapedString : ValueKind.String, start, end - start);
                return end + 1;
            case (byte)'{':
                kind = ValueKind.Object;
                Forget(node, kind);
                end = node.Members.Length > 0 ? ScanObject(data, at + 1, node) : SkipContainer(data, at);
                NoteColumns(node, kind, start, end - start);
                return end;
            case (byte)'[':
                kind = ValueKind.Array;
                Forget(node, kind);
                end = node.Elements.Length > 0 ? ScanArray(data, at + 1, node) : SkipContainer(data, at);
                NoteColumns(node, kind, start, end - start);
                return end;
            case (byte)'t':
                end = Checked(JsonGrammar.Literal(data, at, "true"u8));
                kind = ValueKind.True;
                break;
            case (byte)'f':
                end = Checked(JsonGrammar.Literal(data, at, "false"u8));
                kind = ValueKind.False;
                break;
            case (byte)'n':
                end = Checked(JsonGrammar.Literal(data, at, "null"u8));
                kind = ValueKind.Null;
                break;
            default:
                end = Checked(JsonGrammar.Number(data, at, out kind));
                break;
        }

        if (end < 0)
        {
            return Failed;
        }

        Note(node, kind, start, end - start);
        return end;
    }

    int ScanObject(ReadOnlySpan<byte> data, int at, PathNode node)
    {
        if (++_depth > MaxDepth)
        {
            return FailTooDeep(at);
        }

        var predictor = _predictors[node.Ordinal];
        at = SkipSpace(data, at);
        if (data[at] == '}')
        {
            _depth--;
            return at + 1;
        }

        for (var position = 0; ; position++)
        {
            if (data[at] != '"')
            {
                return Fail(at);
            }

            _escaped = false;
            var keyEnd = ScanString(data, at + 1);
            if (keyEnd < 0)
            {
                return Failed;
            }

            var child = predictor.Find(data.Slice(at + 1, keyEnd - at - 1), _escaped, position, out var unknown);
            if (unknown >= 0)
            {
                _tally.Meet(unknown);
            }

            at = ScanColon(data, keyEnd + 1);
            if (at < 0)
            {
                return Failed;
            }

            at = child is null ? SkipValue(data, at) : ScanValue(data, at, child);
            if (at < 0)
            {
                return Failed;
            }

            at = SkipSpace(data, at);
            if (data[at] == ',')
            {
                at = SkipSpace(data, at + 1);
                continue;
            }

            if (data[at] != '}')
            {
                return Fail(at);
            }

            _depth--;
            return at + 1;
        }
    }

    int ScanArray(ReadOnlySpan<byte> data, int at, PathNode node)
    {
        if (++_depth > MaxDepth)
        {
            return FailTooDeep(at);
        }

        at = SkipSpace(data, at);
        if (data[at] == ']')
        {
            _depth--;
            return at + 1;
        }

        var next = 0;
        for (var index = 0; ; index++)
        {
            var isAsked = next < node.Elements.Length && node.Elements[next].Index == index;
            at = isAsked ? ScanValue(data, at, node.Elements[next++].Node) : SkipValue(data, at);
            if (at < 0)
            {
                return Failed;
            }

            at = SkipSpace(data, at);
            if (data[at] == ',')
            {
                at = SkipSpace(data, at + 1);
                continue;
            }

            if (data[at] != ']')
            {
                return Fail(at);
            }

            _depth--;
            return at + 1;
        }
    }

    int SkipValue(ReadOnlySpan<byte> data, int at)
    {
        switch (data[at])
        {
            case (byte)'"':
                var end = ScanString(data, at + 1);
                return end < 0 ? Failed : end + 1;
            case (byte)'{' or (byte)'[':
                return SkipContainer(data, at);
            case (byte)'t':
                return Checked(JsonGrammar.Literal(data, at, "true"u8));
            case (byte)'f':
                return Checked(JsonGrammar.Literal(data, at, "false"u8));
            case (byte)'n':
                return Checked(JsonGrammar.Literal(data, at, "null"u8));
            default:
                return Checked(JsonGrammar.Number(data, at, out _));
        }
    }

    // A bit a level instead of a call a level: depth is the data's choice, and the stack is ours.
    int SkipContainer(ReadOnlySpan<byte> data, int at)
    {
        var outside = _depth;
        while (true)
        {
            var isObject = data[at] == '{';
            if (data[at] is (byte)'{' or (byte)'[')
            {
                if (++_depth > MaxDepth)
                {
                    return FailTooDeep(at);
                }

                Enter(isObject);
                at = SkipSpace(data, at + 1);
                if (data[at] != (isObject ? '}' : ']'))
                {
                    at = isObject ? SkipKey(data, at) : at;
                    if (at < 0)
                    {
                        return Failed;
                    }

                    continue;
                }

                at++;
                _depth--;
            }
            else
            {
                at = SkipValue(data, at);
                if (at < 0)
                {
                    return Failed;
                }
            }

            while (true)
            {
                if (_depth == outside)
                {
                    return at;
                }

                at = SkipSpace(data, at);
                if (data[at] == ',')
                {
                    at = SkipSpace(data, at + 1);
                    at = InObject() ? SkipKey(data, at) : at;
                    if (at < 0)
                    {
                        return Failed;
                    }

                    break;
                }

                if (data[at] != (InObject() ? '}' : ']'))
                {
                    return Fail(at);
                }

                at++;
                _depth--;
            }
        }
    }

    int SkipKey(ReadOnlySpan<byte> data, int at)
    {
        if (data[at] != '"')
        {
            return Fail(at);
        }

        var end = ScanString(data, at + 1);
        return end < 0 ? Failed : ScanColon(data, end + 1);
    }

    int ScanColon(ReadOnlySpan<byte> data, int at)
    {
        at = SkipSpace(data, at);
        return data[at] == ':' ? SkipSpace(data, at + 1) : Fail(at);
    }

    int ScanString(ReadOnlySpan<byte> data, int at)
    {
        while (true)
        {
            // One wide look at 32 bytes: most strings end in the first.
            var bytes = Vector256.Create(data.Slice(at, Vector256<byte>.Count));
            var stops = Vector256.Equals(bytes, Vector256.Create((byte)'"'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(bytes, Vector256.Create((byte)' '));
            var mask = stops.ExtractMostSignificantBits();
            if (mask == 0)
            {
                at += Vector256<byte>.Count;
                continue;
            }

            at += BitOperations.TrailingZeroCount(mask);
            if (data[at] == '"')
            {
                return at;
            }

            if (data[at] != '\\')
            {
                return Fail(at);
            }

            _escaped = true;
            at = Checked(JsonGrammar.Escape(data, at + 1));
            if (at < 0)
            {
                return Failed;
            }
        }
    }

    /// <summary>Index of the next byte that is no white space; counts <see cref="Newlines"/>.</summary>
    public int SkipSpace(ReadOnlySpan<byte> data, int at)
    {
        while (true)
        {
            switch (data[at])
            {
                case > (byte)' ':
                    return at;
                case (byte)'\n':
                    _newlines++;
                    at++;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    at++;
                    break;
                default:
                    return at;
            }
        }
    }

    void Note(PathNode node, ValueKind kind, int start, int length)
    {
        Forget(node, kind);
        NoteColumns(node, kind, start, length);
    }

    void NoteColumns(PathNode node, ValueKind kind, int start, int length)
    {
        foreach (var column in node.Columns)
        {
            Kinds[column] = kind;
            Starts[column] = start;
            Lengths[column] = length;
        }
    }

    // Of two members with the same name the last wins, and with it what lies below or does not.
    void Forget(PathNode node, ValueKind kind)
    {
        foreach (var (column, missing) in node.BelowMembers)
        {
            Kinds[column] = kind is ValueKind.Object or ValueKind.Null ? missing : ValueKind.NotAnObject;
        }

        foreach (var column in node.BelowElements)
        {
            Kinds[column] = ValueKind.MissingElement;
        }
    }

    void Enter(bool isObject)
    {
        var bit = 1UL << (_depth & 63);
        ref var word = ref _containers[_depth >> 6];
        word = isObject ? word | bit : word & ~bit;
    }

    bool InObject() => (_containers[_depth >> 6] & (1UL << (_depth & 63))) != 0;

    int Checked(int end) => end >= 0 ? end : Fail(~end);

    int Fail(int at)
    {
        FailedAt = at;
        return Failed;
    }

    int FailTooDeep(int at)
    {
        TooDeep = true;
        return Fail(at);
    }
}
