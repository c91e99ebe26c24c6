using MudBlazor;

namespace Tracker.Web.Layout;

/// <summary>
/// MudBlazor dressed in the tokens of <c>tokens.css</c>. <c>MudTheme.css</c> is written from it and goes into the sheet of
/// MudBlazor; <c>working.css</c> bridges what depends on the light.
/// </summary>
public static class TrackerTheme
{
    private static readonly string[] Sans =
    [
        "system-ui",
        "-apple-system",
        "Segoe UI",
        "Roboto",
        "Noto Sans",
        "Liberation Sans",
        "Arial",
        "sans-serif",
    ];

    public static MudTheme Theme { get; } =
        new()
        {
            PaletteLight = Light(),
            PaletteDark = Dark(),
            LayoutProperties = new LayoutProperties { DefaultBorderRadius = "3px" },
            Typography = Letters(),
        };

    private static PaletteLight Light() =>
        new()
        {
            Primary = "#2c3f8c",
            PrimaryContrastText = "#ffffff",
            Background = "#f8f7f3",
            BackgroundGray = "#f1efe9",
            Surface = "#ffffff",
            TextPrimary = "#1b2130",
            TextSecondary = "#4a5160",
            ActionDefault = "#4a5160",
            LinesInputs = "#827d72",
            Divider = "#dcd8ce",
            LinesDefault = "#dcd8ce",
            TableLines = "#dcd8ce",
            Success = "#0b6650",
            Info = "#1d5fa8",
            Warning = "#805300",
            Error = "#a02815",
            WarningContrastText = "#ffffff",
        };

    private static PaletteDark Dark() =>
        new()
        {
            Primary = "#aebcf4",
            PrimaryContrastText = "#12151b",
            Background = "#12151b",
            BackgroundGray = "#222732",
            Surface = "#1a1e26",
            TextPrimary = "#e8e9ec",
            TextSecondary = "#b9bfca",
            ActionDefault = "#b9bfca",
            LinesInputs = "#7f8798",
            Divider = "#343a48",
            LinesDefault = "#343a48",
            TableLines = "#343a48",
            Success = "#73cca9",
            Info = "#8abcf0",
            Warning = "#e3b85f",
            Error = "#f59a84",
            SuccessContrastText = "#12151b",
            InfoContrastText = "#12151b",
            WarningContrastText = "#12151b",
            ErrorContrastText = "#12151b",
        };

    private static Typography Letters()
    {
        var letters = new Typography();
        Set(letters.Default, ".9375rem", "400", "1.5");
        Set(letters.Body1, ".9375rem", "400", "1.5");
        Set(letters.Body2, ".875rem", "400", "1.5");
        Set(letters.Button, ".875rem", "600", "1.25");
        Set(letters.Caption, ".8125rem", "400", "1.5");
        Set(letters.H1, "1.5rem", "650", "1.3");
        Set(letters.H2, "1.1875rem", "650", "1.3");
        Set(letters.H3, ".9375rem", "650", "1.3");
        Set(letters.H6, "1.1875rem", "650", "1.3");
        return letters;
    }

    private static void Set(BaseTypography style, string size, string weight, string height)
    {
        style.FontFamily = Sans;
        style.FontSize = size;
        style.FontWeight = weight;
        style.LineHeight = height;
        style.LetterSpacing = "normal";
        style.TextTransform = "none";
    }
}
