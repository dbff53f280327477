using JmaActors.Crash;

CrashSettings settings;
try
{
    settings = CrashSettings.Parse(args);
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine(CrashSettings.Usage);
    return 2;
}

return await new CrashRun(settings).Run();
