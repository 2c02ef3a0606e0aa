using System.Text;
using System.Text.Unicode;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Dates;

namespace Starlift.DuckDb.Native.Scalars;

/// <summary>The rows of one call as a body sees them, one after the other.</summary>
unsafe ref struct ScalarCall
{
    readonly nint _vector;
    readonly void* _result;
    readonly ScalarMemory _memory;
    fixed long _data[ScalarFunction.MostParameters];
    fixed long _validity[ScalarFunction.MostParameters];
    readonly int _count;
    ulong* _resultValidity;
    int _row;
    bool _returned;
    ulong _elements;
    ulong _capacity;

    public ScalarCall(ScalarFunction function, nint chunk, nint result)
    {
        _vector = result;
        _result = (void*)DuckDbApi.VectorGetData(result);
        _memory = ScalarMemory.OfThread;
        _count = function.Parameters.Length;
        for (var i = 0; i < _count; i++)
        {
            var vector = DuckDbApi.ChunkGetVector(chunk, (ulong)i);
            _data[i] = DuckDbApi.VectorGetData(vector);
            _validity[i] = DuckDbApi.VectorGetValidity(vector);
        }
    }

    /// <summary>Where a text can be written that <see cref="ReturnWritten"/> returns; empty at the start of a row that asks for it.</summary>
    public readonly TextBuffer Text
    {
        get
        {
            _memory.Text.Clear();
            return _memory.Text;
        }
    }

    /// <summary>Calculates all rows.</summary>
    public void Run(ScalarFunction function, int rows)
    {
        for (_row = 0; _row < rows; _row++)
        {
            _returned = false;
            if (function.TakesNulls || !AnyNull())
            {
                function.Body(ref this);
            }

            if (!_returned)
            {
                SetNull();
            }
        }

        if (_capacity > 0 && ScalarApi.SetListSize(_vector, _elements) != 0)
        {
            throw new InvalidOperationException("DuckDB did not take the elements of a list");
        }
    }

    public readonly bool IsNull(int argument) =>
        _validity[argument] != 0 && (((ulong*)_validity[argument])[_row >> 6] & (1UL << (_row & 63))) == 0;

    public readonly bool Boolean(int argument) => Value<byte>(argument) != 0;

    public readonly int Integer(int argument) => Value<int>(argument);

    public readonly long BigInt(int argument) => Value<long>(argument);

    public readonly double Double(int argument) => Value<double>(argument);

    public readonly Interval Interval(int argument) => Value<Interval>(argument);

    /// <summary>The bytes of a text or of bytes; valid until the call ends.</summary>
    public readonly ReadOnlySpan<byte> Bytes(int argument)
    {
        var slot = (byte*)_data[argument] + ((long)_row * 16);
        var length = *(int*)slot;
        return new ReadOnlySpan<byte>(length <= InlineString.MaxLength ? slot + 4 : *(byte**)(slot + 8), length);
    }

    /// <summary>The text in UTF-16; valid until the argument of the next row is asked for.</summary>
    public readonly ReadOnlySpan<char> Chars(int argument)
    {
        var bytes = Bytes(argument);
        var room = _memory.Argument(argument, bytes.Length);
        return room[..Encoding.UTF8.GetChars(bytes, room)];
    }

    /// <summary>What a text says, read once for as long as the rows have the same text.</summary>
    public readonly T Prepare<T>(int argument, Func<string, string, T> prepare)
        where T : class => Prepared<T>.Get(Chars(argument), "", prepare);

    /// <summary>The same of two texts.</summary>
    public readonly T Prepare<T>(int first, int second, Func<string, string, T> prepare)
        where T : class => Prepared<T>.Get(Chars(first), Chars(second), prepare);

    public void Return(bool value) => ReturnValue((byte)(value ? 1 : 0));

    public void Return(short value) => ReturnValue(value);

    public void Return(int value) => ReturnValue(value);

    public void Return(long value) => ReturnValue(value);

    public void Return(double value) => ReturnValue(value);

    public void Return(Interval value) => ReturnValue(value);

    public void Return(byte[] value) => Return((ReadOnlySpan<byte>)value);

    public void Return(string value) => Return((ReadOnlySpan<char>)value);

    public void Return(scoped ReadOnlySpan<byte> value)
    {
        _returned = true;
        if (value.Length <= InlineString.MaxLength)
        {
            ((UInt128*)_result)[_row] = InlineString.SlotOf(value);
            return;
        }

        fixed (byte* start = value)
        {
            ScalarApi.AssignString(_vector, (ulong)_row, start, (ulong)value.Length);
        }
    }

    public void Return(scoped ReadOnlySpan<char> value)
    {
        var room = _memory.Bytes(Encoding.UTF8.GetMaxByteCount(value.Length));
        Utf8.FromUtf16(value, room, out _, out var length);
        Return(room[..length]);
    }

    /// <summary>Begins a list, to which <see cref="Add"/> adds: the row's result where a function returns lists.</summary>
    public void ReturnList()
    {
        _returned = true;
        ((ulong*)_result)[_row * 2] = _elements;
        ((ulong*)_result)[(_row * 2) + 1] = 0;
    }

    /// <summary>Adds an element to the row's list.</summary>
    public void Add(scoped ReadOnlySpan<byte> element)
    {
        if (_elements == _capacity)
        {
            // doubled, so that many elements are moved seldom
            _capacity = Math.Max(2048, _capacity * 2);
            if (ScalarApi.ReserveList(_vector, _capacity) != 0)
            {
                throw new InvalidOperationException("DuckDB has no room for the elements of a list");
            }
        }

        fixed (byte* start = element)
        {
            ScalarApi.AssignString(DuckDbApi.ListChild(_vector), _elements, start, (ulong)element.Length);
        }

        _elements++;
        ((ulong*)_result)[(_row * 2) + 1]++;
    }

    /// <summary>Returns what was written to <see cref="Text"/>.</summary>
    public void ReturnWritten() => Return(_memory.Text.Written);

    readonly T Value<T>(int argument)
        where T : unmanaged => ((T*)_data[argument])[_row];

    void ReturnValue<T>(T value)
        where T : unmanaged
    {
        _returned = true;
        ((T*)_result)[_row] = value;
    }

    readonly bool AnyNull()
    {
        for (var i = 0; i < _count; i++)
        {
            if (IsNull(i))
            {
                return true;
            }
        }

        return false;
    }

    void SetNull()
    {
        if (_resultValidity is null)
        {
            DuckDbApi.VectorEnsureValidityWritable(_vector);
            _resultValidity = (ulong*)DuckDbApi.VectorGetValidity(_vector);
        }

        _resultValidity[_row >> 6] &= ~(1UL << (_row & 63));
    }
}
