using System.Text;
using Tracker.Core.Evidence;
using static Tracker.Tests.Given.MadeFiles;

namespace Tracker.Tests.Evidence;

public sealed class FileContentTests
{
    public static TheoryData<string, string> Honest() =>
        [.. HonestFiles.Select(f => (f.Name, f.What))];

    public static TheoryData<string, string> Hostile() =>
        [.. HostileFiles.Select(f => (f.Name, f.What))];

    private static readonly (string Name, string What, byte[] Bytes)[] HonestFiles =
    [
        ("décret.pdf", "plain", Pdf()),
        ("Photo.JPG", "plain", Jpeg()),
        ("photo.jpeg", "with a film behind it", [.. Jpeg(), .. new byte[5000]]),
        ("photo.jpg", "forty million points", Jpeg(8000, 5000)),
        ("plan.png", "plain", Png()),
        ("plan.png", "with a comment", Png(4, 3, Chunk("tEXt", Bytes("Title\0Plan")))),
        ("pv.docx", "plain", Docx()),
        ("pv.docx", "with a drawing", Docx(("word/media/image1.svg", "<svg/>"))),
        ("liste.xlsx", "plain", Xlsx()),
        ("liste.xlsx", "with settings of a printer", Xlsx(("xl/printerSettings/p1.bin", "x"))),
        ("exposé.pptx", "plain", Pptx()),
        ("liste.csv", "utf-8", Encoding.UTF8.GetBytes("﻿région;nombre\nKayes;12\n")),
        ("liste.csv", "windows", Bytes("région;é\r\nKayes;<5\r\n")),
        ("note.txt", "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Réunion à Kayes")]),
        ("note.txt", "smaller than", Bytes("< 5 personnes, > 3 cercles")),
    ];

    private static readonly (string Name, string What, byte[] Bytes, string Why)[] HostileFiles =
    [
        ("a.pdf", "a page", Bytes("<html><script>alert(1)</script>%PDF-1.7 %%EOF"), "content"),
        (
            "a.pdf",
            "a page after the head",
            Bytes("%PDF-1.7\n<html><script></script>\n%%EOF"),
            "hidden"
        ),
        ("a.pdf", "one space before", [.. Bytes(" "), .. Pdf()], "content"),
        ("a.pdf", "cut off", Pdf()[..20], "content"),
        ("a.pdf", "an archive behind", [.. Pdf(), .. Zip(("a.class", "x"))], "hidden"),
        ("a.pdf", "a program", [.. Bytes("MZ"), .. new byte[90]], "content"),
        ("a.pdf", "no known edition", Bytes("%PDF-9.9 %%EOF"), "content"),
        ("a.png", "a drawing that runs", Bytes("<svg onload='alert(1)'/>"), "content"),
        ("a.png", "a page behind", [.. Png(), .. Bytes("<script>alert(1)</script>")], "hidden"),
        ("a.png", "an archive behind", [.. Png(), .. Zip(("a", "b"))], "hidden"),
        ("a.png", "too many points", Png(100_000, 100_000), "pixels"),
        ("a.png", "no points", Png(0, 3), "content"),
        ("a.png", "cut off", Png()[..40], "content"),
        ("a.png", "a photo", Jpeg(), "content"),
        (
            "a.png",
            "a chunk longer than the file",
            Png(4, 3, [0x7F, 255, 255, 255, .. "tEXt"u8]),
            "content"
        ),
        ("a.jpg", "a page", Bytes("GIF89a/*<script>*/=1"), "content"),
        ("a.jpg", "an archive behind", [.. Jpeg(), .. Zip(("a.jar", "x"))], "hidden"),
        ("a.jpg", "too many points", Jpeg(60_000, 60_000), "pixels"),
        ("a.jpg", "only its first bytes", [0xFF, 0xD8, 0xFF, 0xE0], "content"),
        ("a.jpg", "no picture in it", [.. Jpeg()[..6], .. new byte[40]], "content"),
        ("a.docx", "macros by name", Docx(("word/vbaProject.bin", "x")), "macros"),
        (
            "a.docx",
            "macros by content type",
            Document(
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "word/document.xml",
                ""
            ),
            "macros"
        ),
        (
            "a.docx",
            "a second part with macros",
            Document(
                "wordprocessingml.document.main+xml",
                "word/document.xml",
                "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
            ),
            "macros"
        ),
        ("a.docx", "controls", Docx(("word/activeX/activeX1.xml", "x")), "macros"),
        ("a.docx", "a program inside", Docx(("word/media/run.exe", "x")), "macros"),
        ("a.docx", "an embedded file", Docx(("word/embeddings/oleObject1.bin", "x")), "embedded"),
        ("a.docx", "a page inside", Docx(("word/chunk.html", "<script>")), "embedded"),
        ("a.docx", "a workbook", Xlsx(), "content"),
        ("a.docx", "an archive of anything", Zip(("readme.txt", "x")), "content"),
        ("a.docx", "a path out of it", Docx(("../../evil", "x")), "content"),
        ("a.docx", "a path of windows", Docx(("word\\..\\x", "x")), "content"),
        ("a.docx", "a name twice", Docx(("word/DOCUMENT.xml", "x")), "content"),
        ("a.docx", "something before it", [.. Bytes("GIF89a"), .. Docx()], "content"),
        ("a.docx", "cut off", Docx()[..60], "content"),
        (
            "a.docx",
            "entities",
            Zip(("[Content_Types].xml", "<!DOCTYPE t [<!ENTITY a \"aaaa\">]><Types>&a;</Types>")),
            "content"
        ),
        (
            "a.xlsx",
            "a list of contents without end",
            Zip(("[Content_Types].xml", "<Types>" + new string(' ', 2_000_000) + "</Types>")),
            "content"
        ),
        ("a.pptx", "an old document", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[100]], "content"),
        ("a.csv", "a page", Bytes("\r\n  <!DOCTYPE html><script>"), "markup"),
        ("a.csv", "a page behind a mark", [0xEF, 0xBB, 0xBF, .. Bytes("<svg onload=x>")], "markup"),
        ("a.csv", "a script further on", Bytes("a;b\n<script>alert(1)</script>"), "markup"),
        ("a.csv", "zeros", [.. Bytes("a;b"), 0, 1], "content"),
        ("a.txt", "xml", Bytes("<?xml version='1.0'?><x/>"), "markup"),
        ("a.txt", "a program", Bytes("#!/bin/sh\nrm x"), "markup"),
        ("a.txt", "a document", Pdf(), "markup"),
        ("a.txt", "wide, a page", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<html>")], "markup"),
        ("a.txt", "wide and odd", [0xFF, 0xFE, 65], "content"),
        ("a.txt", "wider", [0xFF, 0xFE, 0, 0, 65, 0, 0, 0], "content"),
        ("a.txt", "an archive", Zip(("a", "b")), "content"),
        ("a.svg", "a drawing", Bytes("<svg/>"), "extension"),
        ("a.html", "a page", Bytes("<html>"), "extension"),
        ("a.docm", "macros", Docx(), "extension"),
        ("a.pdf.exe", "a program", Pdf(), "extension"),
        ("a", "no kind", Pdf(), "extension"),
    ];

    [Theory]
    [MemberData(nameof(Honest))]
    public void What_people_send_is_taken(string name, string what) =>
        Assert.Null(WhyNot(name, HonestFiles.Single(f => (f.Name, f.What) == (name, what)).Bytes));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_not_what_its_name_says_is_refused(string name, string what)
    {
        var file = HostileFiles.Single(f => (f.Name, f.What) == (name, what));

        Assert.Equal(file.Why, WhyNot(name, file.Bytes));
        Assert.Contains(file.Why, ContentFault.All);
    }

    [Fact]
    public void Whatever_bytes_come_the_answer_is_a_reason_and_no_failure()
    {
        var dice = new Random(1);
        byte[][] seeds = [Pdf(), Png(), Jpeg(), Docx(), Bytes("a;b\n1;2\n")];
        string[] names = ["a.pdf", "a.png", "a.jpg", "a.docx", "a.csv", "a.xlsx", "a.txt"];
        for (var time = 0; time < 3000; time++)
        {
            byte[] bytes = [.. seeds[dice.Next(seeds.Length)]];
            for (var change = dice.Next(6); change > 0; change--)
            {
                bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
            }
            var why = WhyNot(
                names[dice.Next(names.Length)],
                bytes[..dice.Next(1, bytes.Length + 1)]
            );
            Assert.True(why is null || ContentFault.All.Contains(why));
        }
    }

    private static string? WhyNot(string name, byte[] bytes) =>
        FileKinds.Of(FileNames.Clean(name)) is { } kind
            ? kind.Check(new MemoryStream(bytes, writable: false))
            : ContentFault.Extension;
}
