using Tracker.Web.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.AddTrackerShell();
var app = builder.Build();
app.UseTrackerShell();
app.Run();
