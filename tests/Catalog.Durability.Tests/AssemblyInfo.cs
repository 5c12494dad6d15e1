using Xunit.Sdk;
using Xunit.v3;

// Every test here starts servers and loads both cores; side by side they would only disturb each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
