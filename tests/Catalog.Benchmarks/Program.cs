Console.WriteLine("Catalog.Benchmarks");
