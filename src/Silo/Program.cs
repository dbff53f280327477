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
