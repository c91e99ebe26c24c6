using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Data.Storage;
using Tracker.Tests.Given;
using Tracker.Web.Accounts;

namespace Tracker.Tests.Verbs;

public sealed class An_administrator_is_made_on_the_command_line
{
    private const string Password = "a-long-password-of-the-tests";
    private const string Email = "first.admin@tracker.example";

    [Fact]
    public async Task In_production_with_a_password_from_the_environment()
    {
        using var program = new ProgramRun();

        var made = await program.RunAsync("Production", Secret(Password), Asked());

        Assert.Empty(made.Errors);
        Assert.Equal(0, made.ExitCode);
        Assert.Contains($"{Email} is an administrator for PRIM.", made.Output);
        Assert.Equal(["PRIM admin"], await GivenAsync(program));
    }

    [Fact]
    public async Task With_a_password_typed_and_an_organisation_named()
    {
        using var program = new ProgramRun { Typed = Password + "\n" };

        var made = await program.ProductionAsync([.. Asked(), "--organisation", "OIM-ML"]);

        Assert.Empty(made.Errors);
        Assert.Equal(["OIM-ML admin"], await GivenAsync(program));
        Assert.All(made.Output, line => Assert.DoesNotContain(Password, line));
    }

    [Fact]
    public async Task Once_and_not_again()
    {
        using var program = new ProgramRun();

        await program.RunAsync("Production", Secret(Password), Asked());
        var again = await program.RunAsync("Production", Secret(Password), Asked());

        Assert.Equal(1, again.ExitCode);
        Assert.Contains("There is an account", Assert.Single(again.Errors));
        Assert.Single(await GivenAsync(program));
    }

    [Fact]
    public async Task By_nobody_without_a_password()
    {
        using var program = new ProgramRun();

        var ended = await program.ProductionAsync(Asked());

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("TRACKER_ADMIN_PASSWORD", Assert.Single(ended.Errors));
    }

    [Theory]
    [InlineData("--email", "a@b.example")]
    [InlineData("--name", "Somebody")]
    [InlineData("--email", "a@b.example", "--name")]
    [InlineData(
        "--email",
        "a@b.example",
        "--name",
        "Somebody",
        "--password",
        "on-the-command-line"
    )]
    public async Task By_no_half_order(params string[] args)
    {
        using var program = new ProgramRun();

        var ended = await program.RunAsync(
            "Production",
            Secret(Password),
            ["create-admin", .. args]
        );

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(ended.Errors, line => line.Contains("never an argument"));
        Assert.Empty(Directory.GetFileSystemEntries(program.Folder));
    }

    private static string[] Asked() =>
        ["create-admin", "--email", Email, "--name", "Première Administratrice"];

    private static (string, string)[] Secret(string password) =>
        [("TRACKER_ADMIN_PASSWORD", password)];

    /// <summary>The memberships as the history tells them: given by the program, by the deed that gives roles.</summary>
    private static async Task<List<string>> GivenAsync(ProgramRun program)
    {
        var file = Path.Combine(program.Folder, "data", "tracker.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t.After FROM HistoryLines l
            JOIN HistoryTexts t ON t.Sequence = l.Sequence
            JOIN PersonNames p ON p.PersonId = l.ActorId
            WHERE l.Deed = 'give_role' AND l.Field = 'membership' AND p.Name = 'Tracker'
            """;
        var given = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(
            TestContext.Current.CancellationToken
        );
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            given.Add(reader.GetString(0));
        }
        return given;
    }
}

public sealed class The_account_of_an_administrator(ProductionHost host)
    : IClassFixture<ProductionHost>
{
    private const string Password = "a-long-password-of-the-tests";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_a_tracker_in_production()
    {
        Assert.Empty(await CreateAsync("opens@tracker.example", "Ouverture", "PRIM", Password));

        using var visitor = host.Visitor();
        using var answer = await visitor.SignInAsync("opens@tracker.example", Password);

        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
        var list = await visitor.PageAsync("/recommendations");
        Assert.NotNull(list.QuerySelector("a[href='/recommendations/new']"));
    }

    [Theory]
    [InlineData("no-address", "Somebody", "PRIM", Password, "no address")]
    [InlineData("a b@c.example", "Somebody", "PRIM", Password, "no address")]
    [InlineData("Name <a@c.example>", "Somebody", "PRIM", Password, "no address")]
    [InlineData("a@c.example\n", "Somebody", "PRIM", Password, "no address")]
    [InlineData("", "Somebody", "PRIM", Password, "no address")]
    [InlineData("short@c.example", "Somebody", "PRIM", "too-short", "12")]
    [InlineData("nobody@c.example", " ", "PRIM", Password, "A name has")]
    [InlineData("nobody@c.example", "Some\nbody", "PRIM", Password, "A name has")]
    [InlineData("nowhere@c.example", "Somebody", "NOWHERE", Password, "no organisation")]
    [InlineData("nowhere@c.example", "Somebody", "prim", Password, "no organisation")]
    public async Task Is_refused_in_one_sentence_and_leaves_nothing(
        string email,
        string name,
        string organisation,
        string password,
        string expected
    )
    {
        var faults = await CreateAsync(email, name, organisation, password);

        Assert.Contains(expected, Assert.Single(faults), StringComparison.Ordinal);
        await using var context = host.Of<Contexts>().Open();
        Assert.DoesNotContain(context.Users.AsEnumerable(), u => u.Email == email);
    }

    [Fact]
    public async Task Is_never_taken_over()
    {
        Assert.Empty(await CreateAsync("taken@tracker.example", "Première", "PRIM", Password));

        var faults = await CreateAsync(
            "TAKEN@tracker.example",
            "Seconde",
            "OIM-ML",
            "another-long-password"
        );

        Assert.Single(faults);
        using var visitor = host.Visitor();
        using var answer = await visitor.SignInAsync("taken@tracker.example", Password);
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
    }

    private async Task<IReadOnlyList<string>> CreateAsync(
        string email,
        string name,
        string organisation,
        string password
    )
    {
        await using var scope = host.Of<IServiceScopeFactory>().CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<AdminAccounts>()
            .CreateAsync(email, name, organisation, password, Patience);
    }
}
