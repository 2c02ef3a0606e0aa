namespace Starlift.Sql;

/// <summary>The options of COPY by name (Amazon Redshift: "COPY" and its pages of parameters).</summary>
static class CopyOptions
{
    const string Json = "JSON doesn't take it";
    const string OtherFormat = "Starlift loads JSON only";

    /// <summary>Those that JSON or Starlift can't take, with the reason and the way out.</summary>
    public static readonly IReadOnlyDictionary<string, (string Reason, string Hint)> Refused = new Dictionary<string, (string, string)>
    {
        ["csv"] = (Json, "remove it; to load CSV, convert it to JSON first"),
        ["delimiter"] = (Json, "remove it: JSON values need no delimiter"),
        ["quote"] = (Json, "remove it"),
        ["escape"] = (Json, "remove it: JSON has escapes of its own"),
        ["fillrecord"] = (Json, "remove it: a missing key loads NULL anyway"),
        ["fixedwidth"] = (Json, "remove it"),
        ["ignoreblanklines"] = (Json, "remove it: blank lines between JSON values are skipped anyway"),
        ["null"] = (Json, "remove it: JSON has null; EMPTYASNULL and BLANKSASNULL turn texts into NULL"),
        ["readratio"] = (Json, "remove it: it belongs to DynamoDB"),
        ["removequotes"] = (Json, "remove it"),
        ["avro"] = (OtherFormat, "convert the data to JSON first"),
        ["parquet"] = (OtherFormat, "convert the data to JSON first"),
        ["orc"] = (OtherFormat, "convert the data to JSON first"),
        ["rcfile"] = (OtherFormat, "convert the data to JSON first"),
        ["sequencefile"] = (OtherFormat, "convert the data to JSON first"),
        ["shapefile"] = (OtherFormat, "convert the data to JSON first"),
        ["encrypted"] = ("Starlift can't read objects that the client encrypted", "store them with encryption on the server's side (SSE)"),
        ["master_symmetric_key"] = ("Starlift can't read objects that the client encrypted", "store them with encryption on the server's side (SSE)"),
        ["ssh"] = ("Starlift loads from S3 and folders only", "remove it and copy the files to S3 first"),
        ["using"] = ("Starlift knows no templates", "write the template's options into the statement"),
        ["job"] = ("Starlift plans loads itself", "remove JOB: a run loads what is new"),
    };

    /// <summary>All that may follow FROM 's3://…', for "did you mean".</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "iam_role", "access_key_id", "secret_access_key", "session_token", "credentials", "format", "json", "manifest", "region", "gzip",
        "bzip2", "zstd", "lzop", "encoding", "acceptanydate", "acceptinvchars", "blanksasnull", "emptyasnull", "trimblanks",
        "truncatecolumns", "roundec", "explicit_ids", "dateformat", "timeformat", "ignoreheader", "maxerror", "ignoreallerrors", "noload",
        "comprows", "compupdate", "statupdate",
    ];
}
