namespace Starlift.Sql;

/// <summary>The options of COPY by name (Amazon Redshift: "COPY" and its pages of parameters).</summary>
static class CopyOptions
{
    const string Neither = "neither JSON nor CSV takes it";
    const string OtherFormat = "Starlift loads JSON and CSV only";

    /// <summary>Those that no format here or Starlift can take, with the reason and the way out.</summary>
    public static readonly IReadOnlyDictionary<string, (string Reason, string Hint)> Refused = new Dictionary<string, (string, string)>
    {
        ["escape"] = (Neither, "remove it: JSON has escapes of its own, and in CSV a quote is doubled"),
        ["fixedwidth"] = (Neither, "remove it"),
        ["readratio"] = (Neither, "remove it: it belongs to DynamoDB"),
        ["removequotes"] = (Neither, "remove it: CSV takes quotes off by itself"),
        ["avro"] = (OtherFormat, "convert the data to JSON or CSV first"),
        ["parquet"] = (OtherFormat, "convert the data to JSON or CSV first"),
        ["orc"] = (OtherFormat, "convert the data to JSON or CSV first"),
        ["rcfile"] = (OtherFormat, "convert the data to JSON or CSV first"),
        ["sequencefile"] = (OtherFormat, "convert the data to JSON or CSV first"),
        ["shapefile"] = (OtherFormat, "convert the data to JSON or CSV first"),
        ["encrypted"] = ("Starlift can't read objects that the client encrypted", "store them with encryption on the server's side (SSE)"),
        ["master_symmetric_key"] = ("Starlift can't read objects that the client encrypted", "store them with encryption on the server's side (SSE)"),
        ["ssh"] = ("Starlift loads from S3 and folders only", "remove it and copy the files to S3 first"),
        ["using"] = ("Starlift knows no templates", "write the template's options into the statement"),
        ["job"] = ("Starlift plans loads itself", "remove JOB: a run loads what is new"),
    };

    /// <summary>All that may follow FROM 's3://…', for "did you mean".</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "iam_role", "access_key_id", "secret_access_key", "session_token", "credentials", "format", "json", "csv", "quote", "delimiter", "null",
        "fillrecord", "ignoreblanklines", "manifest", "region", "gzip",
        "bzip2", "zstd", "lzop", "encoding", "acceptanydate", "acceptinvchars", "blanksasnull", "emptyasnull", "trimblanks",
        "truncatecolumns", "roundec", "explicit_ids", "dateformat", "timeformat", "ignoreheader", "maxerror", "ignoreallerrors", "noload",
        "comprows", "compupdate", "statupdate",
    ];
}
