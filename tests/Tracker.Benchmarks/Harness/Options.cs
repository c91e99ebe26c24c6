using System.Globalization;

namespace Tracker.Benchmarks.Harness;

/// <summary>What may be said on the command line besides the sections.</summary>
internal sealed record Options
{
    public const string Usage = """
          --minutes N    how long the circuits are held (10)
          --rounds N     how often many of them are opened and closed (20)
          --runs N       how often each drill is done (races 500, kills 200, typing 100)
        """;

    public int Minutes { get; init; } = 10;

    public int Rounds { get; init; } = 20;

    /// <summary>Of each drill; null for what is promised.</summary>
    public int? Runs { get; init; }

    /// <returns>Null where an option is unknown or its value is no number of at least 1.</returns>
    public static Options? Read(ReadOnlySpan<string> args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (
                i + 1 == args.Length
                || !int.TryParse(
                    args[i + 1],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                || number < 1
            )
            {
                return null;
            }
            switch (args[i])
            {
                case "--minutes":
                    options = options with { Minutes = number };
                    break;
                case "--rounds":
                    options = options with { Rounds = number };
                    break;
                case "--runs":
                    options = options with { Runs = number };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
