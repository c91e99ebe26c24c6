using System.Globalization;

namespace Tracker.Documents.Csv;

/// <summary>Why a text is no RFC 4180 text.</summary>
public enum CsvFault
{
    QuoteInsideField,
    TextAfterQuote,
    UnclosedQuote,
    FieldTooLong,
    TooManyFields,
}

/// <summary>The text cannot be read further. Says where, so that a person can find the place.</summary>
public sealed class CsvFormatException(CsvFault fault, int record, int line)
    : FormatException(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Record {record}, which begins on line {line}: {fault}."
        )
    )
{
    public CsvFault Fault { get; } = fault;

    /// <summary>Number of the record; the first, the header, is 1.</summary>
    public int Record { get; } = record;

    /// <summary>The line on which the record begins.</summary>
    public int Line { get; } = line;
}
