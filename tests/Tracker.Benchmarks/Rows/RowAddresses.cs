namespace Tracker.Benchmarks.Rows;

/// <summary>Sixty addresses of the list, as people come by them: plain, filtered, sorted, searched, far down.</summary>
internal static class RowAddresses
{
    /// <summary>{0} is a workshop of the data.</summary>
    public static IReadOnlyList<string> Filtered { get; } =
    [
        "",
        "page=2",
        "page=3&size=50",
        "dir=desc",
        "sort=title",
        "sort=title&dir=desc",
        "sort=due",
        "sort=due&dir=desc",
        "sort=due&page=4",
        "sort=status",
        "sort=status&dir=desc&page=2",
        "sort=acceptance&dir=desc",
        "sort=lead",
        "sort=lead&dir=desc",
        "sort=percent&dir=desc",
        "sort=updated",
        "sort=updated&dir=desc",
        "sort=theme",
        "size=100",
        "status=in_progress",
        "status=not_started&status=in_progress&sort=due",
        "status=deferred&sort=title",
        "status=verified&sort=updated&dir=desc",
        "acceptance=accepted&sort=due",
        "acceptance=not_accepted",
        "kind=derived&status=implemented",
        "theme=GOV",
        "theme=EMP&sort=due",
        "theme=PRV&theme=PRO&status=in_progress",
        "theme=DIA&status=deferred&sort=title",
        "lead=EX-AGENCE",
        "lead=EX-AGENCE&sort=due",
        "lead=EX-MAIRIE&overdue=1&sort=due",
        "lead=EX-CHAMBRE&sort=title",
        "lead=none",
        "lead_standing=proposed",
        "lead_standing=proposed&theme=GOV&sort=title",
        "supporting=EX-RADIO",
        "funder=EX-FONDS-A",
        "workshop={0}",
        "place=ML-1",
        "place=ML-1-KAY&sort=due",
        "place=ML",
        "framework=GCM",
        "framework=SDG-10.7",
        "overdue=1",
        "overdue=1&sort=due",
        "overdue=1&theme=RET",
        "due_soon=1",
        "due_soon=1&sort=due",
        "stale=1",
        "awaiting=1&sort=title",
        "publication=draft",
    ];

    public static IReadOnlyList<string> Searched { get; } =
    [
        "q=migration",
        "q=jeunes&sort=due",
        "q=formation agents&status=in_progress",
        "q={0}",
        "q=diaspora&sort=title&dir=desc",
        "q=tamarinier",
        "q=frontiere timbuktu",
    ];

    public static IReadOnlyList<string> All { get; } = [.. Filtered, .. Searched];

    /// <summary>Beside the sixty: where passing over thousands of rows is what was asked for.</summary>
    public static IReadOnlyList<string> Far { get; } =
    [
        "page=1000",
        "page=3500",
        "sort=due&page=2000",
        "theme=CLI&status=no_longer_applicable&kind=derived&sort=due",
    ];
}
