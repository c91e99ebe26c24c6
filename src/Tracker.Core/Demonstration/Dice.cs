namespace Tracker.Core.Demonstration;

/// <summary>
/// Numbers that fall alike for the same seed on every machine and every version of the runtime, which
/// <see cref="Random"/> does not promise. For samples only, never for secrets.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice of their own for one thing of a set, so that it is the same whatever was made before it.</summary>
    public static Dice For(int seed, int thing) => new(Mix(Mix((uint)seed) ^ (uint)thing));

    /// <summary>From zero, below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Falls(double chance) => (Next() >> 11) * (1.0 / (1UL << 53)) < chance;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>The first ones more often than the last: a few organisations carry most of the work.</summary>
    public T EarlyOf<T>(IReadOnlyList<T> choices) =>
        choices[Math.Min(Below(choices.Count), Below(choices.Count))];

    /// <summary>Some of the choices, none twice.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> choices, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Of(choices)).Distinct()];

    private ulong Next()
    {
        // SplitMix64: public domain, 64 bits of state, good enough for sentences.
        _state += 0x9E37_79B9_7F4A_7C15;
        return Mix(_state);
    }

    private static ulong Mix(ulong state)
    {
        var mixed = (state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }
}
