using System.Globalization;
using Tracker.Benchmarks.Circuits;
using Tracker.Benchmarks.Drills;
using Tracker.Benchmarks.Exports;
using Tracker.Benchmarks.Harness;
using Tracker.Benchmarks.Http;
using Tracker.Benchmarks.Imports;
using Tracker.Benchmarks.Line;
using Tracker.Benchmarks.Public;
using Tracker.Benchmarks.Rows;
using Tracker.Benchmarks.Weights;

// A section is a class derived from Section: its name, what it shows, how long it takes, and MeasureAsync, which adds
// figures to the table it is given. To add one: put it in a folder of its own beside Harness/ and name it here.
Section[] list =
[
    // The rows, then the pages, then the people.
    new RowsSection(),
    new WritesSection(),
    new HttpSection(),
    new WeightsSection(),
    new LineSection(),
    new CircuitsSection(),
];

// What must hold whatever happens; Drills/Shared is what the tests run five times of.
// What the figures cost, and what is published of them.
Section[] figures = [new FiguresSection(), new PublicSection()];

// What a file costs on its way out.
Section[] exports = [new FlatSection(), new ServedSection()];

// What a stranger's file costs before anything of it is written.
Section[] imports = [new PreviewSection()];

Section[] drills =
[
    new RacesSection(),
    new KillsSection(),
    new TypingSection(),
    new MutationsSection(),
];

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await CommandLine.RunAsync(
    args,
    new Dictionary<string, Section[]>(StringComparer.Ordinal)
    {
        ["list"] = list,
        ["figures"] = figures,
        ["exports"] = exports,
        ["imports"] = imports,
        ["drills"] = drills,
    }
);
