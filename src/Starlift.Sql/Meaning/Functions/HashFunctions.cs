namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "Hash functions".</summary>
static class HashFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("md5", "text -> varchar", "MD5 function"),
        new("sha1", "text -> varchar", "SHA1 function"),
        new("sha", "text -> varchar", "SHA function") { SameAs = "sha1" },
        new("func_sha1", "text -> varchar", "FUNC_SHA1 function") { SameAs = "sha1" },
        new("sha2", "text, integer -> varchar", "SHA2 function"),
        new("fnv_hash", "any, bigint? -> bigint", "FNV_HASH function") { Nulls = NullRule.Own },
        new("murmur3_32_hash", "any, integer? -> integer", "MURMUR3_32_HASH function") { Nulls = NullRule.Own },
        new("farmfingerprint64", "text -> bigint | varbyte -> bigint", "FARMFINGERPRINT64 function"),
        new("farmhash64", "text -> bigint | varbyte -> bigint", "FARMFINGERPRINT64 function") { SameAs = "farmfingerprint64" },
        new("checksum", "text -> integer | int -> integer | decimal -> integer", "CHECKSUM function"),
    ];
}
