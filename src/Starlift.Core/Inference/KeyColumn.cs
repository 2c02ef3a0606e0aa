using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>A column that is taken from the objects' keys.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Partition">As the keys have it.</param>
/// <param name="Type">Of its values.</param>
/// <param name="Comment">The evidence.</param>
sealed record KeyColumn(string Name, string Partition, SqlType Type, string Comment)
{
    /// <param name="name">A name that no other column has.</param>
    /// <param name="partition">As the keys have it.</param>
    /// <param name="values">All that the keys hold.</param>
    public static KeyColumn Of(string name, string partition, IReadOnlyList<string> values)
    {
        var texts = new TextProfile();
        values.ToList().ForEach(texts.Add);
        var type = texts.AreAll(TextShape.Date) ? new SqlType(SqlTypeKind.Date)
            : texts.AreAll(TextShape.Integer) && texts.MaxBytes <= 8 ? new SqlType(SqlTypeKind.Integer)
            : new SqlType(SqlTypeKind.Varchar, ValueType.LengthFor(Math.Max(texts.MaxBytes, 32)));
        return new KeyColumn(name, partition, type, $"From the object's key, {partition}=: {values.Count} {(values.Count == 1 ? "value" : "values")}, from {values[0]} to {values[^1]}.");
    }
}
