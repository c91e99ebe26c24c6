using Tracker.Tests.Given;

namespace Tracker.Tests.Setup;

public sealed class A_wrong_setting_ends_the_program_in_one_line
{
    [Theory]
    [InlineData("Tracker:Database:Provider", "Oracle")]
    [InlineData("Tracker:TimeZone", "Africa/Nowhere")]
    [InlineData("Tracker:DefaultCulture", "de")]
    [InlineData("Tracker:PublicUrl", "tracker.example")]
    [InlineData("Tracker:PublicUrl", "ftp://tracker.example")]
    [InlineData("Tracker:Demo:Enabled", "perhaps")]
    [InlineData("Tracker:Demo:Password", "too-short")]
    [InlineData("Tracker:Demo:Enabled", "true", "Production")]
    public async Task That_names_its_key(
        string key,
        string value,
        string environment = "Development"
    ) => await EndsAsync(environment, key, [(key, value)]);

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("Database=Tracker;User Id=tracker;Password=secret-of-the-tests")]
    [InlineData("Server=x;Colour=blue;Password=secret-of-the-tests")]
    [InlineData("Server=x;Encrypt=perhaps;Password=secret-of-the-tests")]
    public async Task That_names_the_connection_and_not_what_it_holds(string connection)
    {
        var errors = await EndsAsync(
            "Production",
            "ConnectionStrings:Tracker",
            [("Tracker:Database:Provider", "SqlServer"), ("ConnectionStrings:Tracker", connection)]
        );
        Assert.DoesNotContain("secret", errors, StringComparison.Ordinal);
    }

    private static async Task<string> EndsAsync(
        string environment,
        string key,
        IEnumerable<(string Key, string Value)> settings
    )
    {
        using var program = new ProgramRun();
        var ended = await program.RunAsync(environment, settings);

        var line = Assert.Single(ended.Errors);
        Assert.StartsWith(key + ":", line, StringComparison.Ordinal);
        Assert.Equal(1, ended.ExitCode);
        Assert.Empty(ended.Output);
        return line;
    }
}
