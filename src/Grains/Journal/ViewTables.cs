using System.Reflection;

namespace JmaActors.Journal;

/// <summary>Finds the views an assembly defines: every public static field that holds one.</summary>
public static class ViewTables
{
    public static IReadOnlyList<ViewTable> In(Assembly assembly) =>
        [.. assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => typeof(ViewTable).IsAssignableFrom(f.FieldType))
            .Select(f => (ViewTable)f.GetValue(null)!)
            .DistinctBy(v => v.Name)
            .OrderBy(v => v.Name, StringComparer.Ordinal)];
}
