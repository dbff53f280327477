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
}
