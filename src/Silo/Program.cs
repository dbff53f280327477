using JmaActors.Composition;

SiloSettings settings;
try
{
    settings = SiloSettings.Parse(args);
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine(SiloSettings.Usage);
    return 2;
}

if (settings.Help)
{
    Console.WriteLine(SiloSettings.Usage);
    return 0;
}

if (TakenPort.Among(settings.Urls) is { } taken)
{
    Console.Error.WriteLine($"{taken} is taken. Stop what listens there (perhaps another JmaActors), or choose another address with --urls.");
    return 1;
}

try
{
    return await SiloRun.Run(settings);
}
catch (ArgumentException e) when (e.ParamName == "options")
{
    // The site refuses what it was asked to be: an address others could reach.
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (Exception e) when (e is InvalidOperationException or System.Data.Common.DbException or IOException or UnauthorizedAccessException)
{
    // The database or the data folder is not what it has to be.
    Console.Error.WriteLine($"JmaActors could not start. {e}");
    return 1;
}
