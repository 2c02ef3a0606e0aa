namespace Starlift.Inference;

/// <summary>What tells records apart.</summary>
/// <param name="Members">Of the record; none where all of it does.</param>
/// <param name="Repeats">Several records of the sample have the same: the newest of them counts.</param>
sealed record KeyChoice(IReadOnlyList<PathProfile> Members, bool Repeats)
{
    /// <summary>A longer text is no key.</summary>
    const int LongestKey = 128;

    /// <param name="record">The records.</param>
    /// <param name="name">What they are called: orders have an order_id.</param>
    public static KeyChoice Of(PathProfile record, string name)
    {
        var rows = record.Rows!;
        var known = record.Members.Where(member => rows.IsFilled(member.Key)).Select(member => (Member: member, ValueType.Of(member).Form)).ToList();
        var ids = known
            .Where(pair => pair.Form is ValueForm.Text or ValueForm.Integer && pair.Member.Texts.MaxBytes <= LongestKey && NameWords.SayId(pair.Member.Key))
            .Select(pair => pair.Member)
            .OrderBy(member => RankOf(member.Key, name))
            .ToList();
        var times = known.Where(pair => IsTime(pair.Form)).Select(pair => pair.Member).ToList();
        IEnumerable<PathProfile[]> combinations =
        [
            .. ids.Select(id => new[] { id }),
            .. ids.SelectMany(id => times.Select(time => new[] { id, time })),
            .. ids.SelectMany((id, at) => ids.Skip(at + 1).Select(other => new[] { id, other })),
            .. ids.SelectMany((id, at) => ids.Skip(at + 1).SelectMany(other => times.Select(time => new[] { id, other, time }))),
        ];
        return combinations.FirstOrDefault(members => rows.IsKey([.. members.Select(member => member.Key)])) is { } found ? new KeyChoice(found, Repeats: false)
            : ids.FirstOrDefault(id => RankOf(id.Key, name) == 0) is { } own ? new KeyChoice([own], Repeats: true)
            : known.Where(pair => pair.Form == ValueForm.Text && pair.Member.Texts.MaxBytes <= LongestKey).FirstOrDefault(pair => rows.IsKey(pair.Member.Key)) is { Member: { } text } ? new KeyChoice([text], Repeats: false)
            : new KeyChoice([], Repeats: true);
    }

    public static bool IsTime(ValueForm form) =>
        form is ValueForm.Date or ValueForm.Timestamp or ValueForm.TimestampTz or ValueForm.EpochSeconds or ValueForm.EpochMilliseconds;

    /// <summary>0 for id, uuid and order_id of orders; 1 for what a source calls its records by; 2 for the id of something else.</summary>
    static int RankOf(string key, string name)
    {
        var words = NameWords.Of(key);
        return words is ["id" or "uuid" or "guid"] || (words.Count == 2 && words[1] == "id" && name.StartsWith(words[0], StringComparison.Ordinal)) ? 0
            : words is ["event" or "record" or "message" or "transaction" or "row", "id" or "uuid" or "key"] ? 1
            : 2;
    }
}
