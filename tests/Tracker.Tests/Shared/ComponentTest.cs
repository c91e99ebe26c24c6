using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Tracker.Core.Words;
using Tracker.Web.Layout;
using Tracker.Web.Text;

namespace Tracker.Tests.Shared;

/// <summary>A reader of one language in front of a component.</summary>
public abstract class ComponentTest : BunitContext
{
    protected void Reads(Language language)
    {
        Services.AddScoped(_ => new ReaderLanguage(language));
        Services.AddTrackerText();
        Services.AddScoped(_ => new FrameState());
    }
}
