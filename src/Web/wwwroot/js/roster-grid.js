// Walks a roster by the keyboard as a spreadsheet is walked: arrows, Enter for the next row. The letters themselves go their usual way.
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Makes a table one that is walked; again for the same one changes nothing. */
export function walk(table) {
  if (!table || table.dataset.walked) return;
  table.dataset.walked = "true";
  table.addEventListener("focusin", e => e.target.matches("input") && e.target.select());
  table.addEventListener("keydown", e => {
    const move = MOVES[e.key], field = e.target;
    if (!move || !field.matches("input") || e.ctrlKey || e.altKey || e.metaKey || e.isComposing) return;
    const [down, across] = move, whole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    // Within a text the arrows move the caret, until it stands at its end.
    if (across < 0 && field.selectionStart > 0 && !whole) return;
    if (across > 0 && field.selectionEnd < field.value.length && !whole) return;
    const rows = [...table.querySelectorAll("tr")].filter(row => row.querySelector("input")), row = rows.indexOf(field.closest("tr"));
    const next = rows[row + down]?.querySelectorAll("input")[[...rows[row].querySelectorAll("input")].indexOf(field) + across];
    if (!next) return;
    e.preventDefault();
    next.focus();
  });
}
