using Tracker.Core.Words;

namespace Tracker.Tests.Text;

public sealed class What_was_typed_has_one_kind_of_line_end
{
    [Theory]
    [InlineData("  Réunion tenue\r\nSuite en mai\n ", "Réunion tenue\nSuite en mai")]
    [InlineData("Réunion\rtenue", "Réunion\rtenue")]
    [InlineData(" \r\n ", null)]
    [InlineData(null, null)]
    public void And_no_blanks_around_it(string? typed, string? kept) =>
        Assert.Equal(kept, Typed.Of(typed));
}
