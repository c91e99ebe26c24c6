using Bunit;
using Tracker.Core.Words;
using Tracker.Web.Shared;
using Xunit;

namespace Tracker.Tests.Shared;

public sealed class A_field_names_its_input : ComponentTest
{
    [Fact]
    public void A_wrong_field_points_at_its_sentence()
    {
        Reads(Language.Fr);

        var field = Render<Field>(p =>
            p.Add(f => f.Id, "due")
                .Add(f => f.Label, "Échéance")
                .Add(f => f.Help, "Un jour")
                .Add(f => f.Error, "Le 31 février n’existe pas.")
                .Add(
                    f => f.ChildContent,
                    attributes =>
                        builder =>
                        {
                            builder.OpenElement(0, "input");
                            builder.AddMultipleAttributes(1, attributes);
                            builder.CloseElement();
                        }
                )
        );

        var input = field.Find("input#due");
        Assert.Equal("due", field.Find("label").GetAttribute("for"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("due-error due-help", input.GetAttribute("aria-describedby"));
        Assert.Equal("Le 31 février n’existe pas.", field.Find("#due-error").TextContent);
    }
}
