using System.Globalization;
using Tracker.Benchmarks.Harness;
using Tracker.Benchmarks.Rows;

// A section is a class derived from Section: its name, what it shows, how long it takes, and MeasureAsync, which adds
// figures to the table it is given. To add one: put it in a folder of its own beside Harness/ and name it here.
Dictionary<string, Section[]> commands = new(StringComparer.Ordinal)
{
    ["list"] = [new RowsSection(), new WritesSection()],
};

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await CommandLine.RunAsync(args, commands);
