// A stand-in: just enough for the journeys' harness to be tried before the pages are there.
var app = WebApplication.CreateBuilder(args).Build();

app.MapGet("/health/ready", () => Results.Text("ready"));
app.MapGet(
    "/",
    () =>
        Results.Content(
            """
            <!doctype html>
            <html lang="fr">
            <head><meta charset="utf-8"><title>Tracker</title><link rel="icon" href="data:,"></head>
            <body><main><h1>Tracker</h1></main></body>
            </html>
            """,
            "text/html; charset=utf-8"
        )
);

app.Run();
