using Tracker.Web.Setup;

namespace Tracker.Web.Verbs;

/// <summary>Asks a serving tracker whether it is ready. A container image has no other program that could.</summary>
internal static class AskHealth
{
    public const string UsualAddress = "http://localhost:5080";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(string[] args)
    {
        var given = args.FirstOrDefault() ?? UsualAddress;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address))
        {
            return Verb.Say(Console.Error, VerbHelp.Of("health"), exitCode: 1);
        }
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(address, Health.Ready));
            var said = await answer.Content.ReadAsStringAsync();
            return answer.IsSuccessStatusCode
                ? Verb.Say(Console.Out, said)
                : Verb.Say(Console.Error, said, exitCode: 1);
        }
        catch (Exception problem)
            when (problem is HttpRequestException or TaskCanceledException or NotSupportedException)
        {
            return Verb.Say(Console.Error, DatabaseCheck.NoAnswer, exitCode: 1);
        }
    }
}
