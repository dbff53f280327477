namespace JmaActors.Design;

/// <summary>Our own few line icons, as SVG paths on a 24-unit square.</summary>
public static class Icons
{
    static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["bell"] = "M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4",
        ["home"] = "M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6h-6v6H5a1 1 0 0 1-1-1z",
        ["seminar"] = "M4 5h16v10H4zM12 15v3M8 21l4-3 4 3",
        ["members"] = "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.3 2.7-6 6-6s6 2.7 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M17.5 14.4c2.1.8 3.5 2.9 3.5 5.6",
        ["person"] = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c0-3.9 3.4-6.5 7.5-6.5s7.5 2.6 7.5 6.5",
        ["association"] = "M3 20h18M5 20V9l7-5 7 5v11M9 20v-6h6v6M12 8.5v.01",
        ["import"] = "M12 4v10m0 0l-4-4m4 4l4-4M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3",
        ["operations"] = "M3 12h4l2.5-7 4.5 14 2.5-7H21",
        ["eye"] = "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6z",
        ["theme"] = "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z",
        ["language"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3.5 9.5h17M3.5 14.5h17M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18",
        ["wall"] = "M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4",
        ["search"] = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM20 20l-4.8-4.8",
        ["camera"] = "M4 8h3l1.5-2.5h7L17 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
        ["hours"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2",
        ["yen"] = "M6 4l6 8 6-8M12 12v9M7 13h10M7 17h10",
        ["close"] = "M6 6l12 12M18 6L6 18",
        ["plus"] = "M12 5v14M5 12h14",
    };

    public static string Path(string name) => Paths.TryGetValue(name, out var path) ? path : "";
}
