using JmaActors.Directory;
using JmaActors.Members;

namespace JmaActors.Storage.Views;

/// <summary>Which people an association sees: the members of its own layer only. Every search of people goes through here.</summary>
static class MemberScope
{
    /// <summary>Adds the limit to a query over <c>member m</c>.</summary>
    /// <param name="name">Tells the parameters of two limits in one query apart.</param>
    public static ViewQuery SeenFrom(this ViewQuery query, AssociationId? association, string name)
    {
        if (association is not { } id) return query;
        return id.Layer switch
        {
            AssociationLayer.National => query.Where("(m.layers & 4) <> 0"),
            AssociationLayer.Prefecture => query.Where($"m.prefecture = @{name}").Where("(m.layers & 2) <> 0").With(name, id.Code),
            _ => query.Where($"m.local = @{name}").Where("(m.layers & 1) <> 0").With(name, id.Code),
        };
    }

    /// <summary>Adds the limit to a query over a person's row, the table <c>p</c>.</summary>
    public static ViewQuery PersonSeenBy(this ViewQuery query, SearchScope scope)
    {
        if (scope.Nobody) return query.Where("1 = 0");
        if (scope.Self is { } self) return query.Where($"p.member_id = {MeasureSql.Number(self.Number)}");
        return scope.SeenFrom is { } association ? query.Where(Belongs(association)) : query;
    }

    /// <summary>A person's row, the table <c>p</c>, belongs to an association's own layer.</summary>
    public static string Belongs(AssociationId association) => AreaCode.Range(association) is var (from, to)
        ? $"(p.person_area >= {MeasureSql.Number(from)} AND p.person_area < {MeasureSql.Number(to)} AND (p.person_layers & {(association.Layer == AssociationLayer.Prefecture ? 2 : 1)}) <> 0)"
        : "(p.person_layers & 4) <> 0";
}
