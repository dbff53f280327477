using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Web.Files;

namespace JmaActors.Web.Rosters;

/// <summary>Reads one line of a roster into a row, or says what is wrong in which column. Pure.</summary>
public static class RosterLine
{
    /// <summary>The row; null with <paramref name="error"/> when a field cannot be read. The error never repeats the field: it may be personal.</summary>
    public static RosterRow? Read(int number, IReadOnlyList<string> line, ColumnMap<RosterColumn> columns, out RowError? error)
    {
        var (row, errors) = Look(number, line, columns);
        error = errors.Count > 0 ? errors[0] : null;
        return error is null ? row : null;
    }

    /// <summary>The row as far as it can be read, with everything that is wrong with it.</summary>
    public static (RosterRow Row, IReadOnlyList<RowError> Errors) Look(int number, IReadOnlyList<string> line, ColumnMap<RosterColumn> columns)
    {
        var fields = new Fields(number, line, columns);
        var key = fields.Text(RosterColumn.SourceKey, MemberLimits.KeyLength);
        var name = fields.Text(RosterColumn.Name, MemberLimits.NameLength);
        if (name.Length == 0) fields.Fault(RosterColumn.Name, "bad-name", "A name is wanted.");
        var kana = fields.Text(RosterColumn.Kana, MemberLimits.NameLength);
        var birth = fields.Date(RosterColumn.BirthDate);
        var licensed = fields.Date(RosterColumn.LicensedOn);
        var registry = fields.Registry();
        var card = fields.Card();
        var membership = fields.Membership();
        if (key.Length == 0 && registry is null && card is null)
            fields.Fault(RosterColumn.SourceKey, "no-key", "One of registry, card and source_key is wanted.");

        return (new RosterRow(number, key, new Person(name, kana, birth, registry, licensed), card, membership, !RosterColumns.SayMembership(columns)), fields.Errors);
    }

    sealed class Fields(int number, IReadOnlyList<string> line, ColumnMap<RosterColumn> columns)
    {
        /// <summary>The faults of the line, from the left of the template.</summary>
        public List<RowError> Errors { get; } = [];

        public void Fault(RosterColumn column, string reason, string detail) => Errors.Add(new RowError(number, RosterColumns.NameOf(column), reason, detail));

        public string Text(RosterColumn column, int longest)
        {
            var text = columns.Of(line, column);
            if (text.Length > longest) Fault(column, "too-long", $"At most {longest} characters.");
            else if (text.Contains(FileEncoding.Unreadable)) Fault(column, "bad-text", "A character cannot be read in the file's encoding.");
            else if (text.HasControls()) Fault(column, "bad-text", "Leave out line breaks and control characters.");
            return text;
        }

        public DateOnly? Date(RosterColumn column)
        {
            var text = columns.Of(line, column);
            if (text.Length == 0) return null;
            if (FileValues.Day(text) is { } date) return date;
            Fault(column, "bad-date", "Write yyyy-MM-dd, or a year of an era.");
            return null;
        }

        public RegistryNumber? Registry()
        {
            var text = columns.Of(line, RosterColumn.Registry);
            if (text.Length == 0) return null;
            if (RegistryNumber.TryParse(text, out var number)) return number;
            Fault(RosterColumn.Registry, "bad-registry", "One to seven digits.");
            return null;
        }

        public CardNumber? Card()
        {
            var text = columns.Of(line, RosterColumn.Card);
            if (text.Length == 0) return null;
            if (CardNumber.TryParse(text, out var number)) return number;
            Fault(RosterColumn.Card, "bad-card", "4 to 24 letters or digits.");
            return null;
        }

        public Membership Membership()
        {
            var text = columns.Of(line, RosterColumn.Association);
            AssociationId? local = null;
            if (text.Length > 0)
            {
                if (AssociationId.TryParse(text, out var id) && id.Layer == AssociationLayer.Local) local = id;
                else Fault(RosterColumn.Association, "bad-association", "A local or university association, like 26-007 or 26-U01.");
            }

            return new Membership(local, Layers(local is not null), Category());
        }

        MembershipLayers Layers(bool hasLocal)
        {
            var text = columns.Of(line, RosterColumn.Layers);
            if (text.Length == 0) return hasLocal ? MembershipLayers.Local : MembershipLayers.None;
            var layers = MembershipLayers.None;
            foreach (var part in text.Split('+', StringSplitOptions.TrimEntries))
            {
                var layer = part.ToLowerInvariant() switch
                {
                    "local" or "郡市区等" => MembershipLayers.Local,
                    "prefecture" or "都道府県" => MembershipLayers.Prefecture,
                    "jma" or "日医" => MembershipLayers.Jma,
                    "none" or "非会員" => MembershipLayers.None,
                    _ => (MembershipLayers?)null,
                };
                if (layer is null) Fault(RosterColumn.Layers, "bad-layers", "Any of local, prefecture and jma, joined with +, or none.");
                layers |= layer.GetValueOrDefault();
            }

            return layers;
        }

        MemberCategory? Category()
        {
            var text = columns.Of(line, RosterColumn.Category);
            if (text.Length == 0) return null;
            var category = text.ToUpperInvariant() switch
            {
                "A1" or "A①" => MemberCategory.A1,
                "A2B" or "A②(B)" or "A②B" => MemberCategory.A2B,
                "A2C" or "A②(C)" or "A②C" => MemberCategory.A2C,
                "B" => MemberCategory.B,
                "C" => MemberCategory.C,
                _ => (MemberCategory?)null,
            };
            if (category is null) Fault(RosterColumn.Category, "bad-category", "A1, A2B, A2C, B or C.");
            return category;
        }
    }
}
