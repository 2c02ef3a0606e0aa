namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "VARBYTE functions".</summary>
static class VarbyteFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("from_hex", "text -> varbyte", "FROM_HEX function"),
        new("to_hex", "bigint -> varchar | varbyte -> varchar", "TO_HEX function"),
        new("from_varbyte", "varbyte, text -> varchar | text, text -> varchar", "FROM_VARBYTE function"),
        new("to_varbyte", "text, text -> varbyte", "TO_VARBYTE function"),
        new("getbit", "varbyte, integer -> integer", "GETBIT function"),
        new("get_bit", "text, integer -> integer", "SQL functions supported on the leader node") { RunsOn = RunsOn.Leader },
    ];
}
