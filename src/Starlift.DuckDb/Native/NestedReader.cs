using System.Runtime.InteropServices;

namespace Starlift.DuckDb.Native;

/// <summary>Lists, arrays, maps and structs as JSON; of a union, the value that it holds.</summary>
static unsafe class NestedReader
{
    public static Func<nint, Func<ulong, object?>> List(nint type, string column)
    {
        var element = OfChild(DuckDbApi.ListElementType(type), column);
        return vector => Lists(vector, element(DuckDbApi.ListChild(vector)), NestedText.List);
    }

    public static Func<nint, Func<ulong, object?>> Array(nint type, string column)
    {
        var element = OfChild(DuckDbApi.ArrayElementType(type), column);
        var size = DuckDbApi.ArraySize(type);
        return vector =>
        {
            var elements = element(DuckDbApi.ArrayChild(vector));
            var validity = DuckDbApi.VectorGetValidity(vector);
            return row => ValueReader.IsValid(validity, row) ? NestedText.List(Stretch(elements, row * size, size)) : null;
        };
    }

    public static Func<nint, Func<ulong, object?>> Map(nint type, string column)
    {
        var key = OfChild(DuckDbApi.MapKeyType(type), column);
        var value = OfChild(DuckDbApi.MapValueType(type), column);
        return vector =>
        {
            var entries = DuckDbApi.ListChild(vector);
            var keys = key(DuckDbApi.StructChild(entries, 0));
            var values = value(DuckDbApi.StructChild(entries, 1));
            return Lists(vector, row => new KeyValuePair<object?, object?>(keys(row), values(row)), NestedText.Map);
        };
    }

    public static Func<nint, Func<ulong, object?>> Struct(nint type, string column)
    {
        var members = new (string Name, Func<nint, Func<ulong, object?>> Reader)[DuckDbApi.StructMemberCount(type)];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = (Names.Take(DuckDbApi.StructMemberName(type, (ulong)i)), OfChild(DuckDbApi.StructMemberType(type, (ulong)i), column));
        }

        return vector =>
        {
            var validity = DuckDbApi.VectorGetValidity(vector);
            var values = members.Select((member, i) => (member.Name, Value: member.Reader(DuckDbApi.StructChild(vector, (ulong)i)))).ToList();
            return row => ValueReader.IsValid(validity, row)
                ? NestedText.Map(values.Select(value => (object?)new KeyValuePair<object?, object?>(value.Name, value.Value(row))))
                : null;
        };
    }

    // A union is a struct whose first member says which of the others holds the value.
    public static Func<nint, Func<ulong, object?>> Union(nint type, string column)
    {
        var members = new Func<nint, Func<ulong, object?>>[DuckDbApi.UnionMemberCount(type)];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = OfChild(DuckDbApi.UnionMemberType(type, (ulong)i), column);
        }

        return vector =>
        {
            var tags = DuckDbApi.VectorGetData(DuckDbApi.StructChild(vector, 0));
            var validity = DuckDbApi.VectorGetValidity(vector);
            var values = members.Select((member, i) => member(DuckDbApi.StructChild(vector, (ulong)i + 1))).ToArray();
            return row => ValueReader.IsValid(validity, row) ? values[((byte*)tags)[row]](row) : null;
        };
    }

    static Func<nint, Func<ulong, object?>> OfChild(nint type, string column)
    {
        try
        {
            return ValueReader.Of(type, column);
        }
        finally
        {
            DuckDbApi.DestroyLogicalType(&type);
        }
    }

    static Func<ulong, object?> Lists(nint vector, Func<ulong, object?> element, Func<IEnumerable<object?>, NestedText> write)
    {
        var lists = DuckDbApi.VectorGetData(vector);
        var validity = DuckDbApi.VectorGetValidity(vector);
        return row => ValueReader.IsValid(validity, row) ? write(Stretch(element, ((ListEntry*)lists)[row].Offset, ((ListEntry*)lists)[row].Length)) : null;
    }

    static IEnumerable<object?> Stretch(Func<ulong, object?> element, ulong first, ulong count)
    {
        for (var i = first; i < first + count; i++)
        {
            yield return element(i);
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct ListEntry(ulong Offset, ulong Length);
}
