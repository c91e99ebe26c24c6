using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Tracker.Benchmarks.Imports;

/// <summary>A stranger's file of many rows, as text and as a workbook with shared texts.</summary>
internal sealed class ManyRows
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";

    private static readonly string[] Header =
    [
        "N°",
        "Code",
        "Atelier",
        "Date de l’atelier",
        "Lieu",
        "Thématique",
        "Recommandation",
        "Responsable",
        "Partenaires",
        "Échéance",
        "Région",
        "État d’avancement",
        "Taux",
        "PMM",
        "ODD",
        "Date de mise à jour",
        "Observations",
    ];

    private static readonly string[] Leads =
    [
        "DGME",
        "Ministère de la Sécurité et de la Protection civile",
        "D.G.M.E",
        "MMEIA / DGME",
        "Direction régionale de la mobilité",
        "Conseil régional de Kayes",
        "ANPE",
    ];
    private static readonly string[] Themes =
    [
        "Libre circulation",
        "Emploi des jeunes",
        "Données",
        "Retour",
        "Protection",
    ];
    private static readonly string[] Dates =
    [
        "31/12/2023",
        "2023-06-30",
        "T3 2023",
        "fin décembre 2024",
        "03/04/2023",
    ];
    private static readonly string[] Places =
    [
        "Kayes",
        "Gao/Kidal",
        "Toumbouctou",
        "National",
        "Diaspora",
    ];
    private static readonly string[] States = ["En cours", "Non démarré", "EN COURS", "Réalisé"];

    public static IEnumerable<string[]> Rows(int rows)
    {
        yield return Header;
        var random = new Random(7);
        for (var row = 0; row < rows; row++)
        {
            var (workshop, number) = ((row / 80) + 1, (row % 80) + 1);
            var code = string.Create(
                CultureInfo.InvariantCulture,
                $"ESS-{2000 + (workshop % 22)}-{(char)('A' + (workshop / 22))}-{number:00}"
            );
            yield return
            [
                (row + 1).ToString(CultureInfo.InvariantCulture),
                code,
                number == 1 ? $"[EXEMPLE] Atelier d’essai {workshop}" : "",
                number == 1 ? "24/06/2022" : "",
                number == 1 ? "Kayes" : "",
                number % 9 == 1 ? Of(Themes, random) : "",
                $"Renforcer la mesure {random.Next(1_000_000)} de l’atelier {workshop} avec les communes, les services et les associations de la région numéro {random.Next(1000)}.",
                Of(Leads, random),
                "OIM; CIGEM",
                Of(Dates, random),
                Of(Places, random),
                Of(States, random),
                $"{random.Next(101)}%",
                "1;23",
                "10.7",
                "",
                random.Next(9) == 0 ? "Voir le rapport de mission." : "",
            ];
        }
    }

    public static byte[] Text(int rows)
    {
        var text = new StringBuilder();
        foreach (var row in Rows(rows))
        {
            text.AppendJoin(
                ';',
                row.Select(c => c.Contains(';', StringComparison.Ordinal) ? $"\"{c}\"" : c)
            );
            text.Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Workbook(int rows)
    {
        var strings = new Dictionary<string, int>(StringComparer.Ordinal);
        var sheet = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        var number = 0;
        foreach (var row in Rows(rows))
        {
            number++;
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            for (var column = 0; column < row.Length; column++)
            {
                if (row[column].Length == 0)
                {
                    continue;
                }
                if (!strings.TryGetValue(row[column], out var index))
                {
                    strings[row[column]] = index = strings.Count;
                }
                sheet.Append(
                    CultureInfo.InvariantCulture,
                    $"<c r=\"{(char)('A' + column)}{number}\" t=\"s\"><v>{index}</v></c>"
                );
            }
            sheet.Append("</row>");
        }
        sheet.Append("</sheetData></worksheet>");
        var shared = new StringBuilder($"<sst xmlns=\"{Main}\">");
        foreach (var text in strings.Keys)
        {
            shared.Append(
                CultureInfo.InvariantCulture,
                $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"
            );
        }
        shared.Append("</sst>");
        return Zipped(
            ("[Content_Types].xml", $"<Types xmlns=\"{Packages}/content-types\"/>"),
            (
                "_rels/.rels",
                $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"r1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets><sheet name=\"Liste\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"s1\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"{Links}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
            ("xl/sharedStrings.xml", shared.ToString()),
            ("xl/worksheets/sheet1.xml", sheet.ToString())
        );
    }

    private static byte[] Zipped(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(content);
            }
        }
        return bytes.ToArray();
    }

    private static string Of(string[] values, Random random) => values[random.Next(values.Length)];
}
