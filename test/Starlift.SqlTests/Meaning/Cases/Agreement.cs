using System.Text.RegularExpressions;
using Starlift.Cases;
using Starlift.Sql.Meaning;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Parsing;
using Starlift.Sql.Text;
using Starlift.SqlTests.Cases;

namespace Starlift.SqlTests.Meaning.Cases;

/// <summary>
/// Counts what the binder and the cases agree on: a statement that succeeds is bound, its columns have the stated names, types and letters, and one that
/// fails is refused with its message. Errors that only rows can show are no disagreement.
/// </summary>
sealed class Agreement
{
    public int Agreed { get; private set; }

    public List<string> Disagreed { get; } = [];

    /// <summary>Statements that have to fail and that the binder takes: these fail when they run, or ought to be refused.</summary>
    public List<string> Taken { get; } = [];

    public void Check(IReadOnlyList<SqlCheck> group)
    {
        var catalogue = Catalogue.Empty;
        foreach (var record in group)
        {
            try
            {
                var source = new SqlSource(SqlCases.PlaceOf(record), record.Sql);
                foreach (var statement in SqlParser.ParseScript(source).Statements)
                {
                    var bound = Binder.Bind(source, statement, catalogue);
                    catalogue = CatalogueChanges.After(catalogue, bound);
                    Check(record, bound);
                }
            }
            catch (SqlException refused)
            {
                Check(record, refused);
            }
        }
    }

    void Check(SqlCheck record, BoundStatement bound)
    {
        if (record.Fails == true)
        {
            Taken.Add($"{SqlCases.PlaceOf(record)}: {record.ErrorPattern} <- {record.Sql}");
            return;
        }

        Agreed++;
        if (record.Letters is null || bound is not BoundQueryStatement)
        {
            return;
        }

        Count(record, "letters", record.Letters.Length == bound.Columns.Count && record.Letters.Zip(bound.Columns).All(pair => Fits(pair.First, pair.Second.Type)), bound);
        if (record.ColumnNames is not null)
        {
            Count(record, "names", record.ColumnNames.SequenceEqual(bound.Columns.Select(column => column.Name)), bound);
        }

        if (record.ColumnTypes is not null)
        {
            Count(record, "types", record.ColumnTypes.SequenceEqual(bound.Columns.Select(column => column.Type.ToString())), bound);
        }
    }

    void Count(SqlCheck record, string what, bool agrees, BoundStatement bound)
    {
        if (agrees)
        {
            Agreed++;
        }
        else
        {
            Disagreed.Add($"{SqlCases.PlaceOf(record)}: {what} {string.Join(", ", bound.Columns.Select(column => $"{column.Name} {column.Type}"))} <- {record.Letters} "
                + $"{string.Join(", ", record.ColumnNames ?? [])} {string.Join(", ", record.ColumnTypes ?? [])} <- {record.Sql}");
        }
    }

    void Check(SqlCheck record, SqlException refused)
    {
        if (record.Fails == true && (record.ErrorPattern is null || Regex.IsMatch(refused.Message, record.ErrorPattern, RegexOptions.IgnoreCase)))
        {
            Agreed++;
        }
        else
        {
            Disagreed.Add($"{SqlCases.PlaceOf(record)}: {refused.State} {refused.Message} ({refused.Place.Line}:{refused.Place.Column}) <- {record.ErrorPattern} <- {record.Sql}");
        }
    }

    // the letters say what the values look like, not all of their type
    static bool Fits(char letter, DataType type) => letter switch
    {
        _ when type.IsUnknown => true,
        'I' => type.IsInteger || type.Kind is TypeKind.Oid || type is { Kind: TypeKind.Decimal, Scale: 0 } || type.IsFloat || type.IsSuper,
        'N' or 'R' => type.IsNumber,
        'T' => type.IsText || type.Category is TypeCategory.Varbyte or TypeCategory.Interval || type.Kind == TypeKind.Array,
        'B' => type.Kind == TypeKind.Boolean,
        'D' => type.Kind == TypeKind.Date,
        'S' => type.Kind == TypeKind.Timestamp,
        'Z' => type.Kind == TypeKind.TimestampTz,
        'V' => type.Category == TypeCategory.TimeOfDay,
        'J' => type.IsSuper,
        _ => false,
    };
}
