namespace JmaActors.Demonstration;

/// <summary>Which towns made-up local associations serve: real names of wards and towns, dealt out in order of code; which association really serves which is another matter. Other prefectures have none.</summary>
static class DemonstrationAreas
{
    static readonly IReadOnlyDictionary<string, string[]> Towns = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["13"] = ["千代田区", "中央区", "港区", "新宿区", "文京区", "台東区", "墨田区", "江東区", "品川区", "目黒区", "大田区", "世田谷区", "渋谷区", "中野区", "杉並区", "豊島区", "北区", "荒川区", "板橋区", "練馬区", "足立区", "葛飾区", "江戸川区", "八王子市", "立川市", "武蔵野市", "三鷹市", "府中市", "調布市", "町田市"],
        ["26"] = ["中京区", "上京区", "左京区", "北区", "東山区", "下京区", "南区", "右京区", "伏見区", "山科区", "西京区", "宇治市", "亀岡市", "舞鶴市", "福知山市", "綾部市", "宮津市", "城陽市", "向日市", "長岡京市", "八幡市", "京田辺市", "京丹後市", "南丹市", "木津川市"],
        ["27"] = ["北区", "中央区", "西区", "天王寺区", "浪速区", "淀川区", "東淀川区", "阿倍野区", "住吉区", "堺市", "豊中市", "吹田市", "高槻市", "枚方市", "東大阪市", "八尾市", "茨木市", "岸和田市"],
    };

    /// <param name="prefecture">Two digits.</param>
    /// <param name="n">Number of the association within it, from 1.</param>
    public static string Of(string prefecture, int n) => Towns.TryGetValue(prefecture, out var towns) && n <= towns.Length ? towns[n - 1] : "";
}
