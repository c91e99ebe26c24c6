using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;
using Tracker.Tests.Architecture;
using Tracker.Web.Setup;

namespace Tracker.Tests.Setup;

public sealed class The_sample_settings_are_those_that_are_read
{
    [Fact]
    public void Key_for_key()
    {
        var sample = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Sources.Root, "appsettings.sample.json"))
            .Build();
        var read = new Recording(sample);
        var folder = Directory.CreateTempSubdirectory("tracker-settings-");

        TrackerSettings.Read(read, new Production(), folder.FullName);

        folder.Delete(recursive: true);
        Assert.Equal(
            sample.AsEnumerable().Where(s => s.Value is not null).Select(s => s.Key).Order(),
            read.Keys.Distinct().Order()
        );
    }

    private sealed class Recording(IConfiguration inner) : IConfiguration
    {
        public ConcurrentBag<string> Keys { get; } = [];

        public string? this[string key]
        {
            get
            {
                Keys.Add(key);
                return inner[key];
            }
            set => inner[key] = value;
        }

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren();

        public IChangeToken GetReloadToken() => inner.GetReloadToken();

        public IConfigurationSection GetSection(string key) => inner.GetSection(key);
    }

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;
        public string ApplicationName { get; set; } = "Tracker.Web";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
