return await Catalog.Server.CommandLine.Verbs.RunAsync(args).ConfigureAwait(false);
