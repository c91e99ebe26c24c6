using System.Globalization;
using System.Text;
using System.Xml;
using Tracker.Core.Publishing;
using Tracker.Core.Words;

namespace Tracker.Documents.Publishing;

/// <summary>What was verified, as an Atom feed (RFC 4287). Ids stay the same for ever.</summary>
public static class AtomFeed
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="self">Absolute address of the feed.</param>
    /// <param name="page">The absolute address of a workshop's page, by its code.</param>
    /// <param name="words">The word for a coded value.</param>
    public static byte[] Write(
        IReadOnlyList<PublishedNews> news,
        Uri self,
        Func<string, Uri> page,
        Language language,
        WordOf words
    )
    {
        using var bytes = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true };
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, Codes.Of(language));
            Element(xml, "id", self.AbsoluteUri);
            Element(xml, "title", Exports.ExportWords.Of("feed.title", language));
            Element(
                xml,
                "updated",
                Instant(news.Count > 0 ? news.Max(n => n.At) : DateTime.UnixEpoch)
            );
            Link(xml, "self", self);
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", Exports.ExportWords.Of("feed.author", language));
            xml.WriteEndElement();
            foreach (var item in news)
            {
                Entry(xml, item, page(item.WorkshopCode), language, words);
            }
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Entry(
        XmlWriter xml,
        PublishedNews item,
        Uri page,
        Language language,
        WordOf words
    )
    {
        xml.WriteStartElement("entry", Atom);
        Element(
            xml,
            "id",
            $"{page.GetLeftPart(UriPartial.Path)}#{item.Code}-{item.On.ToString("O", CultureInfo.InvariantCulture)}"
        );
        Element(xml, "title", item.Title.In(language).Text);
        Element(xml, "updated", Instant(item.At));
        Link(xml, "alternate", page);
        var outcome = item.Outcome is { } known
            ? words("closure_outcome." + Codes.Of(known), language)
            : words("status.verified", language);
        Element(
            xml,
            "summary",
            string.Join(
                " · ",
                new[]
                {
                    item.Code,
                    item.Lead?.Name.In(language).Text,
                    outcome,
                    item.On.ToString("O", CultureInfo.InvariantCulture),
                }.OfType<string>()
            )
        );
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, Uri address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    /// <summary>What no XML can hold is replaced.</summary>
    private static void Element(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(
            name,
            Atom,
            string.Concat(
                text.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD')
            )
        );

    private static string Instant(DateTime utc) =>
        utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
