using Tracker.Web.Verbs;

return await Verb.RunAsync(args, Directory.GetCurrentDirectory());
