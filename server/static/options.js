import { el } from "./dom.js";
import { pieces } from "./words.js";

// The kinds of suggestions, as their groups are headed.
const headings = {
  term: "Zoekwoorden",
  fiche: "Praktijken",
  practice: "Lokale voorbeelden",
  category: "Categorieën",
  domain: "Beleidsdomeinen",
  municipality: "Gemeenten",
  target_group: "Doelgroepen",
};

// drawOptions fills a listbox with suggestions for query, grouped by kind in the
// order in which the kinds first come. It returns the options, top to bottom,
// each with its suggestion.
export function drawOptions(list, suggestions, query) {
  const groups = Map.groupBy ? Map.groupBy(suggestions, (s) => s.kind) : grouped(suggestions);
  const out = [];
  list.replaceChildren(...[...groups].map(([kind, members]) => {
    const heading = el("div", { class: "kind", id: `${list.id}-${kind}` }, headings[kind] ?? kind);
    const options = members.map((suggestion) => {
      const at = out.length;
      const option = el("div", {
        role: "option", id: `${list.id}-${at}`, "aria-selected": "false",
        "aria-posinset": at + 1, "aria-setsize": suggestions.length,
      }, ...contents(suggestion, query));
      out.push({ option, suggestion });
      return option;
    });
    return el("div", { role: "group", "aria-labelledby": heading.id }, heading, ...options);
  }));
  return out;
}

function grouped(suggestions) {
  const out = new Map();
  for (const s of suggestions) out.set(s.kind, [...(out.get(s.kind) ?? []), s]);
  return out;
}

// contents are the text with its marks, and the number of fiches: not of a word,
// for a search finds its other forms and compounds, too.
function contents({ kind, text, municipality, count }, query) {
  const marked = pieces(text, query).map(([piece, matches]) => (matches ? el("mark", {}, piece) : piece));
  const out = [el("span", {}, ...marked)];
  if (municipality) out.push(" ", el("span", { class: "count" }, `in ${municipality}`));
  if (count && kind !== "term") {
    out.push(" ", el("span", { class: "count number" }, count.toLocaleString("nl-BE"),
      el("span", { class: "unseen" }, count === 1 ? " praktijk" : " praktijken")));
  }
  return out;
}
