import { el } from "./dom.js";
import { fold } from "./words.js";

// narrow gives every long list of filters ([data-narrow], the name of what it
// holds) within root a box that leaves only the values with the typed letters. It
// names those that always stand above the list.
export function narrow(root) {
  root.querySelectorAll("[data-narrow]").forEach((long, at) => {
    const input = el("input", { type: "search", id: `beperk-${at}`, autocomplete: "off", spellcheck: "false" });
    const label = el("label", { for: input.id }, `Zoek een ${long.dataset.narrow}`);
    const status = el("p", { class: "hint", role: "status" });
    const items = [...long.querySelectorAll("li")].map((item) => [item, fold(item.querySelector("input").value)]);
    const above = [...long.closest("fieldset").querySelectorAll("input")].filter((box) => !long.contains(box)).map((box) => box.value);
    const groups = [...long.querySelectorAll("[role=group]")];
    input.addEventListener("input", () => {
      const typed = fold(input.value.trim());
      let left = 0;
      for (const [item, name] of items) {
        item.hidden = !name.includes(typed);
        left += !item.hidden;
      }
      for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
      const there = typed ? above.filter((name) => fold(name).includes(typed)) : [];
      status.textContent = typed && `${left} van ${items.length}` + (there.length ? `; hierboven: ${there.join(", ")}` : "");
    });
    long.prepend(el("p", { class: "narrow" }, label, input), status);
  });
}
