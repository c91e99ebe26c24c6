using Tracker.Core;
using Tracker.Core.Access;
using Tracker.Core.Words;
using Tracker.Data.Causes;
using Tracker.Web.Shared.Forms;

namespace Tracker.Web.Causes;

/// <summary>What the forms of the list of causes can do.</summary>
public enum CauseAct
{
    Add,
    Rename,
    Place,
    Retire,
    Restore,
}

/// <summary>One input for all forms of the page: each fills in what it needs.</summary>
public sealed class CauseInput
{
    public string? Act { get; set; }
    public string? Code { get; set; }
    public string? NameFr { get; set; }
    public string? NameEn { get; set; }

    /// <summary>The names the form was opened with.</summary>
    public string? WasFr { get; set; }
    public string? WasEn { get; set; }

    /// <summary>Where the cause goes, counted from one.</summary>
    public int Place { get; set; }

    public Task<Outcome> DoAsync(CauseCommands commands, Actor actor)
    {
        var name = new Bilingual(InputReader.Text(NameFr), InputReader.Text(NameEn));
        var code = Code ?? "";
        return (Codes.TryParse<CauseAct>(Act, out var act) ? act : CauseAct.Add) switch
        {
            CauseAct.Rename => commands.RenameAsync(actor, code, new(WasFr, WasEn), name),
            CauseAct.Place => commands.PlaceAsync(actor, code, Place),
            CauseAct.Retire => commands.RetireAsync(actor, code, retired: true),
            CauseAct.Restore => commands.RetireAsync(actor, code, retired: false),
            _ => commands.AddAsync(actor, name),
        };
    }
}
