namespace JmaActors.Directory;

/// <summary>Reads an order as it is written: the name of a sort, with a minus sign to turn it round.</summary>
public static class SearchOrders
{
    /// <summary>Null when there is no such sort.</summary>
    public static SearchOrder? Read(string text)
    {
        var descending = text.StartsWith('-');
        return SearchCatalog.Sort(descending ? text[1..] : text) is { } key ? new SearchOrder(key, descending) : null;
    }
}
