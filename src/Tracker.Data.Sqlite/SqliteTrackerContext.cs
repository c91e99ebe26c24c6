using Microsoft.EntityFrameworkCore;
using Tracker.Data.Storage;

namespace Tracker.Data.Sqlite;

internal sealed class SqliteTrackerContext(DbContextOptions<SqliteTrackerContext> options)
    : TrackerContext(options);
