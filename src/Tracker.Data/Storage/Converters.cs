using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tracker.Core.Words;

namespace Tracker.Data.Storage;

/// <summary>Neither database keeps the kind of an instant: what is read is UTC.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(
        written => written,
        read => DateTime.SpecifyKind(read, DateTimeKind.Utc)
    );

/// <summary>Values of the vocabulary are stored by their code, readable in the database and in SQL.</summary>
internal sealed class CodeConverter<T>()
    : ValueConverter<T, string>(value => Codes.Of(value), code => Codes.Parse<T>(code))
    where T : struct, Enum;
