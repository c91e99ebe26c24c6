using System.Globalization;
using Tracker.Core.Import;
using Tracker.Core.Recommendations;

namespace Tracker.Tests.Import.Understanding;

/// <summary>The catalogue of dirt, value by value. Source: the domain pack, D01 to D14.</summary>
public sealed class Typed_values_are_read
{
    [Theory]
    [InlineData("31/12/2021", "2021-12-31", ImportReasonKind.FrenchDate)]
    [InlineData("2021-12-31", "2021-12-31", null)]
    [InlineData("2021-12-31T00:00:00", "2021-12-31", null)]
    [InlineData("fin décembre 2021", "2021-12-31", ImportReasonKind.DateInterpreted)]
    [InlineData("1er mars 2022", "2022-03-01", ImportReasonKind.DateInterpreted)]
    [InlineData("44561", "2021-12-31", ImportReasonKind.DateInterpreted)]
    [InlineData("T3 2022", "2022-09-30", ImportReasonKind.DateInterpreted)]
    [InlineData("03/04/2022", "2022-04-03", ImportReasonKind.DateAmbiguous)]
    [InlineData("31/12/22", "2022-12-31", ImportReasonKind.DateInterpreted)]
    [InlineData("31.12.2023", "2023-12-31", ImportReasonKind.DateInterpreted)]
    [InlineData("31/02/2022", null, ImportReasonKind.DateImpossible)]
    [InlineData("29/02/2023", null, ImportReasonKind.DateImpossible)]
    [InlineData("12/31/2021", null, ImportReasonKind.DateImpossible)]
    [InlineData("permanent", null, ImportReasonKind.NoDueDate)]
    [InlineData("bientôt", null, ImportReasonKind.DateImpossible)]
    [InlineData("0", null, ImportReasonKind.DateImpossible)]
    [InlineData("", null, null)]
    public void Dates_day_first(string typed, string? day, ImportReasonKind? note)
    {
        var read = ImportDates.Read(typed);
        Assert.Equal(day, read.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(note, read.Note);
    }

    [Theory]
    [InlineData("50%", 50, null)]
    [InlineData("50 %", 50, ImportReasonKind.PercentInterpreted)]
    [InlineData("25\u00A0%", 25, ImportReasonKind.PercentInterpreted)]
    [InlineData("0,5", 50, ImportReasonKind.PercentInterpreted)]
    [InlineData("0.25", 25, ImportReasonKind.PercentInterpreted)]
    [InlineData("100", 100, null)]
    [InlineData("1", 1, null)]
    [InlineData("0", 0, null)]
    [InlineData("", null, null)]
    [InlineData("120%", null, ImportReasonKind.PercentImpossible)]
    [InlineData("-5", null, ImportReasonKind.PercentImpossible)]
    [InlineData("moitié", null, ImportReasonKind.PercentImpossible)]
    public void Percentages(string typed, int? percent, ImportReasonKind? note) =>
        Assert.Equal((percent, note), ImportValues.Percent(typed));

    [Theory]
    [InlineData("SIK-2021-01", "SIK-2021-01", null)]
    [InlineData(" SIK-2021-01 ", "SIK-2021-01", null)]
    [InlineData("sik-2021-04", "SIK-2021-04", ImportReasonKind.CodeNormalised)]
    [InlineData("SIK_2021_05", "SIK-2021-05", ImportReasonKind.CodeNormalised)]
    [InlineData("BKO 2021 03", "BKO-2021-03", ImportReasonKind.CodeNormalised)]
    [InlineData("BKO-2O21-04", "BKO-2021-04", ImportReasonKind.CodeGuessed)]
    public void Codes_with_hyphens_and_noughts(string typed, string code, ImportReasonKind? note) =>
        Assert.Equal((code, note), ImportValues.Code(typed));

    [Theory]
    [InlineData("EN COURS", ImplementationStatus.InProgress)]
    [InlineData("en\u00A0cours ", ImplementationStatus.InProgress)]
    [InlineData("Non démarré", ImplementationStatus.NotStarted)]
    [InlineData("Non démarrée", ImplementationStatus.NotStarted)]
    [InlineData("Réalisé à ce jour", ImplementationStatus.Implemented)]
    [InlineData("Vérifié par l'OIM", ImplementationStatus.Verified)]
    [InlineData("Reporté", ImplementationStatus.Deferred)]
    [InlineData("Sans objet", ImplementationStatus.NoLongerApplicable)]
    [InlineData("no_longer_applicable", ImplementationStatus.NoLongerApplicable)]
    [InlineData("peut-être", null)]
    public void States_by_the_words_people_use(string typed, ImplementationStatus? status) =>
        Assert.Equal(status, ImportValues.Status(typed).Status);
}
