import { el } from "./dom.js";
import { narrow } from "./narrow.js";

const key = (input) => `${input.name}=${input.value}`;
const boxes = (part) => new Map([...part.querySelectorAll("input[type=checkbox]")].map((input) => [key(input), input]));

// fillFilters gives the filters the counts and choices of next. With inPlace,
// and while the values are the same, every value keeps its place under the
// reader's finger.
export function fillFilters(part, next, inPlace) {
  const old = boxes(part), fresh = boxes(next);
  if (!inPlace || old.size !== fresh.size || [...fresh.keys()].some((k) => !old.has(k))) return replaceFilters(part, next);
  for (const [k, input] of fresh) {
    const mine = old.get(k);
    mine.checked = input.defaultChecked;
    mine.labels[0].innerHTML = next.querySelector(`label[for="${input.id}"]`).innerHTML;
    mine.closest("li").className = input.closest("li").className;
  }
  part.querySelector(".panel > summary").innerHTML = next.querySelector(".panel > summary").innerHTML;
}

function replaceFilters(part, next) {
  const focused = part.contains(document.activeElement) && key(document.activeElement);
  const open = [...part.querySelectorAll("details")].map((d) => d.open);
  part.innerHTML = next.innerHTML;
  part.querySelectorAll("details").forEach((d, i) => { d.open = open[i] ?? d.open; });
  if (focused) boxes(part).get(focused)?.focus();
}

// setUpFilters adds to fresh filters what only the script can do: boxes that
// narrow long lists, and, in place of the button that sends the form, one that
// leads from the open panel to the results.
export function setUpFilters(regions) {
  const part = regions.get("filters");
  let show = part.querySelector(".show");
  if (!show) {
    narrow(part);
    show = el("button", { type: "button", class: "show" });
    show.addEventListener("click", () => {
      part.querySelector(".panel").open = false;
      document.getElementById("resultaten").focus();
    });
    part.querySelector(".apply").replaceChildren(show);
  }
  show.textContent = `Toon ${regions.get("status").dataset.total}`;
}
