using System.Numerics;
using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>What newer objects ask of a table that is declared already: columns that it lacks, and types that do not hold what was seen.</summary>
static class TableChanges
{
    /// <param name="declared">As the project has it.</param>
    /// <param name="inferred">What the objects say now.</param>
    /// <returns>Statements, and comments where no statement of Redshift's does it; none where the table holds all.</returns>
    public static IReadOnlyList<string> Of(CreateTable declared, StagingTable inferred)
    {
        var changes = new List<string>();
        var table = NameWords.Sql(declared.Name.Name);
        foreach (var column in inferred.Columns)
        {
            var name = NameWords.Sql(column.Name);
            if (declared.Column(column.Name) is not { } existing)
            {
                changes.Add($"alter table {table} add column {name} {column.Value.Type};");
            }
            else if (column.Path is { } path && !Holds(existing.Type, path, column.Value))
            {
                changes.Add(existing.Type.Kind == SqlTypeKind.Varchar && column.Value.Type.Kind == SqlTypeKind.Varchar
                    ? $"alter table {table} alter column {name} type {column.Value.Type};"
                    : $"-- {name} is {existing.Type}, and no statement makes it {column.Value.Type}: declare it so. {column.Comment}");
            }
        }

        changes.AddRange(inferred.Keys.Where(key => declared.Column(key.Name) is null).Select(key => $"alter table {table} add column {NameWords.Sql(key.Name)} {key.Type};"));
        return changes;
    }

    static bool Holds(SqlType type, PathProfile path, ValueType value) => type.Kind switch
    {
        _ when value.Form == ValueForm.Nothing => true,
        SqlTypeKind.Super => true,
        SqlTypeKind.Varchar or SqlTypeKind.Char => path.Texts.MaxBytes <= type.Length && (value.Form != ValueForm.Nested || path.Objects + path.Arrays > 0),
        SqlTypeKind.SmallInt => IsWithin(path, value, short.MaxValue),
        SqlTypeKind.Integer => IsWithin(path, value, int.MaxValue),
        SqlTypeKind.BigInt => IsWithin(path, value, long.MaxValue),
        SqlTypeKind.Decimal => (value.Form is ValueForm.Integer or ValueForm.Decimal or ValueForm.Double) && MaxScale(path) <= type.Scale && MaxWholeDigits(path) <= type.Precision - type.Scale,
        SqlTypeKind.Real or SqlTypeKind.DoublePrecision => value.Form is ValueForm.Integer or ValueForm.Decimal or ValueForm.Double,
        SqlTypeKind.Boolean => value.Form == ValueForm.Boolean,
        SqlTypeKind.Date => value.Form == ValueForm.Date,
        SqlTypeKind.Timestamp => value.Form is ValueForm.Date or ValueForm.Timestamp or ValueForm.EpochSeconds or ValueForm.EpochMilliseconds,
        SqlTypeKind.TimestampTz => value.Form is ValueForm.Date or ValueForm.Timestamp or ValueForm.TimestampTz,
        _ => true,
    };

    static bool IsWithin(PathProfile path, ValueType value, BigInteger limit) =>
        (value.Form is ValueForm.Integer or ValueForm.EpochSeconds or ValueForm.EpochMilliseconds)
        && BigInteger.Max(BigInteger.Abs(path.Numbers.MinInteger), BigInteger.Abs(path.Numbers.MaxInteger)) <= limit
        && (path.Texts.Filled == 0 || path.Texts.MaxWholeDigits < limit.ToString(System.Globalization.CultureInfo.InvariantCulture).Length);

    static int MaxScale(PathProfile path) => Math.Max(path.Numbers.MaxScale, path.Texts.MaxScale);

    static int MaxWholeDigits(PathProfile path) => Math.Max(path.Numbers.MaxWholeDigits, path.Texts.MaxWholeDigits);
}
