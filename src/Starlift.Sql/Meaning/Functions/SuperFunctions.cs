namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "SUPER type information functions", "Array functions", "Object functions".</summary>
static class SuperFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("size", "super -> integer", "SIZE function"),
        new("decimal_precision", "super -> integer", "DECIMAL_PRECISION function"),
        new("decimal_scale", "super -> integer", "DECIMAL_SCALE function"),
        new("is_array", "super -> boolean", "IS_ARRAY function") { Nulls = NullRule.Never },
        new("is_bigint", "super -> boolean", "IS_BIGINT function") { Nulls = NullRule.Never },
        new("is_boolean", "super -> boolean", "IS_BOOLEAN function") { Nulls = NullRule.Never },
        new("is_char", "super -> boolean", "IS_CHAR function") { Nulls = NullRule.Never },
        new("is_decimal", "super -> boolean", "IS_DECIMAL function") { Nulls = NullRule.Never },
        new("is_float", "super -> boolean", "IS_FLOAT function") { Nulls = NullRule.Never },
        new("is_integer", "super -> boolean", "IS_INTEGER function") { Nulls = NullRule.Never },
        new("is_object", "super -> boolean", "IS_OBJECT function") { Nulls = NullRule.Never },
        new("is_scalar", "super -> boolean", "IS_SCALAR function") { Nulls = NullRule.Never },
        new("is_smallint", "super -> boolean", "IS_SMALLINT function") { Nulls = NullRule.Never },
        new("is_varchar", "super -> boolean", "IS_VARCHAR function") { Nulls = NullRule.Never },

        new("array", "element?... -> super", "ARRAY function") { Nulls = NullRule.Own },
        new("array_concat", "super, super -> super", "ARRAY_CONCAT function"),
        new("array_contains", "super, element, boolean? -> boolean", "ARRAY_CONTAINS function") { Nulls = NullRule.Own },
        new("array_distinct", "super -> super", "ARRAY_DISTINCT function"),
        new("array_except", "super, super, boolean? -> super", "ARRAY_EXCEPT function"),
        new("array_flatten", "super -> super", "ARRAY_FLATTEN function"),
        new("array_intersection", "super, super, boolean? -> super", "ARRAY_INTERSECTION function"),
        new("array_position", "super, element, boolean? -> integer", "ARRAY_POSITION function") { Nulls = NullRule.Own },
        new("array_positions", "super, element, boolean? -> super", "ARRAY_POSITIONS function") { Nulls = NullRule.Own },
        new("array_sort", "super, boolean?, boolean? -> super", "ARRAY_SORT function"),
        new("array_union", "super, super -> super", "ARRAY_UNION function"),
        new("arrays_overlap", "super, super -> boolean", "ARRAYS_OVERLAP function"),
        new("get_array_length", "super -> bigint", "GET_ARRAY_LENGTH function"),
        new("split_to_array", "text, text? -> super", "SPLIT_TO_ARRAY function"),
        new("subarray", "super, integer, integer? -> super", "SUBARRAY function"),

        new("object", "element?... -> super", "OBJECT function") { Nulls = NullRule.Own },
        new("get_number_attributes", "super -> integer", "GET_NUMBER_ATTRIBUTES function"),
        new("lower_attribute_names", "super -> super", "LOWER_ATTRIBUTE_NAMES function"),
        new("upper_attribute_names", "super -> super", "UPPER_ATTRIBUTE_NAMES function"),
        new("object_transform", "super, any?... -> super", "OBJECT_TRANSFORM function") { Nulls = NullRule.Own },
    ];
}
