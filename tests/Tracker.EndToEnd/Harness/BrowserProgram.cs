namespace Tracker.EndToEnd.Harness;

/// <summary>Finds the Chromium or Chrome of this machine, or installs one, or says which command does.</summary>
internal static class BrowserProgram
{
    /// <summary>Names the browser's executable file where it is not found by itself.</summary>
    public const string PathVariable = "TRACKER_TEST_BROWSER";

    private static readonly TimeSpan AnswerPatience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(20);

    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ];

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/opt/google/chrome/chrome",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        @"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        @"%LocalAppData%\Google\Chrome\Application\chrome.exe",
        @"%LocalAppData%\Chromium\Application\chrome.exe",
    ];

    /// <param name="notice">Told before something is installed.</param>
    public static async Task<string> FindOrInstallAsync(Action<string> notice)
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } chosen)
        {
            return await AnswersAsync(chosen)
                ? chosen
                : throw new InvalidOperationException(
                    $"{PathVariable} names '{chosen}', which does not start. Unset it or name the executable file of a Chromium or Chrome."
                );
        }
        if (await FindAsync() is { } found)
        {
            return found;
        }
        Exception? cause = null;
        if (CanInstall())
        {
            try
            {
                await InstallAsync(notice);
            }
            catch (Exception e) when (e is InvalidOperationException or TimeoutException)
            {
                cause = e;
            }
            if (await FindAsync() is { } installed)
            {
                return installed;
            }
        }
        throw new InvalidOperationException(
            $"The browser journeys need Chromium or Chrome and found none. Run: {InstallCommand()}",
            cause
        );
    }

    private static async Task<string?> FindAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        var candidates = Names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name + suffix)))
            .Concat(UsualPlaces.Select(Environment.ExpandEnvironmentVariables));
        foreach (var candidate in candidates.Where(File.Exists))
        {
            if (await AnswersAsync(candidate))
            {
                return candidate;
            }
        }
        return null;
    }

    /// <summary>Some systems carry a file of that name that only says how to install the browser.</summary>
    private static async Task<bool> AnswersAsync(string program)
    {
        if (OperatingSystem.IsWindows())
        {
            // There the question would open a window.
            return File.Exists(program);
        }
        try
        {
            var answer = await ChildProcess.RunAsync(program, ["--version"], AnswerPatience);
            return answer.Contains("Chrom", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e)
            when (e
                    is InvalidOperationException
                        or TimeoutException
                        or System.ComponentModel.Win32Exception
            )
        {
            return false;
        }
    }

    private static bool CanInstall() =>
        OperatingSystem.IsLinux()
        && Environment.IsPrivilegedProcess
        && File.Exists("/etc/debian_version")
        && File.Exists("/usr/bin/apt-get");

    private static async Task InstallAsync(Action<string> notice)
    {
        notice(
            "No Chromium or Chrome here: installing chromium and fonts-noto-core for the browser."
        );
        var environment = new Dictionary<string, string?>
        {
            ["DEBIAN_FRONTEND"] = "noninteractive",
        };
        const string wait = "DPkg::Lock::Timeout=300";
        await ChildProcess.RunAsync(
            "apt-get",
            ["-o", wait, "update"],
            InstallPatience,
            environment
        );
        await ChildProcess.RunAsync(
            "apt-get",
            ["-o", wait, "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"],
            InstallPatience,
            environment
        );
    }

    private static string InstallCommand()
    {
        if (OperatingSystem.IsWindows())
        {
            return "winget install --exact --id Google.Chrome";
        }
        if (OperatingSystem.IsMacOS())
        {
            return "brew install --cask google-chrome";
        }
        return File.Exists("/usr/bin/snap")
            ? "sudo snap install chromium"
            : "sudo sh -c 'apt-get update && apt-get install -y chromium fonts-noto-core'";
    }
}
