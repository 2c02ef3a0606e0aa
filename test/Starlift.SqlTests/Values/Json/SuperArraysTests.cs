using System.Text;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Json;

namespace Starlift.SqlTests.Values.Json;

public sealed class SuperArraysTests
{
    [Fact]
    public void Values_are_equal_however_they_are_written() => Assert.Equal([0, 2], SuperArrays.Positions("[1,2,1.0]"u8, "1"u8, nullsMatch: true));

    [Fact]
    public void A_null_that_matches_nothing_makes_the_answer_unknown()
    {
        Assert.Null(SuperArrays.Positions("[1,null]"u8, "2"u8, nullsMatch: false));
        Assert.Equal([0], SuperArrays.Positions("[1,null]"u8, "1"u8, nullsMatch: false));
        Assert.Equal([1], SuperArrays.Positions("[1,null]"u8, "null"u8, nullsMatch: true));
    }

    [Fact]
    public void What_is_no_array_is_null() => Assert.Null(SuperArrays.Overlap("1"u8, "[1]"u8));

    [Fact]
    public void Kinds_have_an_order() => Assert.Equal("""[true,2,10,"a",[0],{"a":1},null]""", Sorted("""[null,{"a":1},"a",10,[0],true,2]""", ascending: true));

    [Fact]
    public void Nulls_are_first_in_a_descending_order() => Assert.Equal("""[null,"b","a"]""", Sorted("""["a",null,"b"]""", ascending: false));

    [Fact]
    public void The_last_attribute_of_a_name_can_count()
    {
        var result = new TextBuffer();
        SuperText.ParseLast("""{ "a":1, "b":[{"c":1,"c":2}], "a":3 }"""u8, result);
        Assert.Equal("""{"a":3,"b":[{"c":2}]}""", result.Written.ToString());
    }

    static string Sorted(string array, bool ascending)
    {
        var result = new TextBuffer();
        Assert.True(SuperArrays.TrySort(Encoding.UTF8.GetBytes(array), ascending, nullsFirst: !ascending, result));
        return result.Written.ToString();
    }
}
