using JmaActors.Benchmarks;
using JmaActors.Benchmarks.Clock;
using JmaActors.Benchmarks.Credits;
using JmaActors.Benchmarks.Dues;
using JmaActors.Benchmarks.Http;
using JmaActors.Benchmarks.Live;
using JmaActors.Benchmarks.Rosters;
using JmaActors.Benchmarks.Search;
using JmaActors.Benchmarks.Taps;
using JmaActors.Benchmarks.Who;

// A benchmark's name, or one of the processes a benchmark starts for itself.
return args.FirstOrDefault() switch
{
    "clock" => await ClockBenchmark.Run(),
    "credits" => await CreditsBenchmark.Run(),
    "dues" => await DuesBenchmark.Run(),
    "hours" => await HoursBenchmark.Run(),
    "http" => await HttpBenchmark.Run(),
    "live" => await LiveBenchmark.Run(),
    "taps" => await TapsBenchmark.Run(),
    "watchers" => await WatchersBenchmark.Run(),
    "roster" => await RosterBenchmark.Run(),
    "search" => await SearchBenchmark.Run(),
    "who" => await WhoBenchmark.Run(),
    "load" => await LoadGenerator.Run(args[1..]),
    "crud-server" => await CrudServer.Run(args[1..]),
    "watch" => await WatcherProcess.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("clock | credits | dues | hours | http | taps | live | watchers | roster | search | who");
    return 2;
}
