using System.Text;
using Tracker.Documents.Seed;
using Xunit;

namespace Tracker.Tests.Documents.Seed;

public sealed class MalformedPackTests
{
    [Theory]
    [InlineData("workshops.csv", "2020-12-18", "18/12/2020", "record 1, column end_date")]
    [InlineData("workshops.csv", "2020-12-18", "2020-12-01", "record 1, column end_date")]
    [InlineData("workshops.csv", "OIM-ML;MMEIA", "OIM-XX", "record 1, column organiser_org_codes")]
    [InlineData("recommendations.csv", ",derived,", ",guessed,", "column kind")]
    [InlineData("recommendations.csv", "GCM-02;GCM-03", "GCM-02;GCM-99", "column gcm_objectives")]
    [InlineData("recommendations.csv", "GCM-02;GCM-03", "GCM-02;GCM-02", "column gcm_objectives")]
    [InlineData("recommendations.csv", "KAY-2020-02,", "KAY-2020-01,", "record 2, column code")]
    [InlineData("recommendations.csv", ",PRV,MMEIA", ",,MMEIA", "record 1, column theme_code")]
    [InlineData("themes.csv", ",1,yes", ",first,yes", "record 1, column sort_order")]
    [InlineData("themes.csv", "code,name_fr", "code,nom_fr", "record 1, column name_fr")]
    [InlineData("themes.csv", "GOV,Gouvernance", "GOV,x,Gouvernance", "record 1, column used_by")]
    [InlineData(
        "organisations.csv",
        "\r\nPRIM,",
        "\r\nX,,,,un,,no,,,,\r\nPRIM,",
        "record 1, column code"
    )]
    [InlineData("organisations.csv", ",government,,", ",family,,", "record 1, column kind")]
    [InlineData("organisation_names.csv", "DGME,", "DGMX,", "record 4, column org_code")]
    [InlineData("geography_mali.csv", "ML-1,region,ML,", "ML-1,region,FR,", "column parent_code")]
    [InlineData("frameworks/sdg_targets.csv", "SDG-1.5,", ",", "record 1, column code")]
    [InlineData("frameworks/mgi_dimensions.csv", ",area,", ",zone,", "record 2, column level")]
    [InlineData("frameworks/gcm_objectives.csv", "Données", "Don\"nées", "record 1, QuoteInside")]
    public void The_fault_names_file_record_and_column(
        string file,
        string sound,
        string broken,
        string place
    )
    {
        var fault = Assert.Throws<InvalidDataException>(() =>
            DomainPackReader.Read(Spoilt(file, sound, broken), withKayes: true)
        );
        Assert.Contains($"{file}, ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(place, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var fault = Assert.Throws<InvalidDataException>(() => DomainPackReader.Table("none.csv"));
        Assert.Contains("none.csv", fault.Message, StringComparison.Ordinal);
    }

    private static PackFiles Spoilt(string spoilt, string sound, string broken) =>
        new(file =>
        {
            var text = Text(file);
            if (file != spoilt)
            {
                return new StringReader(text);
            }
            var at = text.IndexOf(sound, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{sound} is not in {file}");
            return new StringReader(text[..at] + broken + text[(at + sound.Length)..]);
        });

    private static string Text(string file)
    {
        using var stream = typeof(DomainPackReader).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
