import { el } from "./dom.js";
import { drawOptions } from "./options.js";
import { suggestions } from "./suggestions.js";

const least = 2; // characters before there are suggestions
const quiet = 800; // ms without a key before the number is read out

// combobox makes input suggest what its data-suggest gives: the editable
// combobox with list autocomplete and manual selection of the WAI-ARIA Authoring
// Practices. Focus stays on the input; Enter without a chosen option searches
// the words. A form event "go" asks for an address; who prevents its default
// goes there himself.
export function combobox(input) {
  const form = input.form;
  const list = el("div", { id: `${input.id}-lijst`, class: "suggestions", role: "listbox", "aria-label": "Suggesties", hidden: "" });
  const status = el("div", { class: "unseen", role: "status" });
  input.parentElement.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-controls": list.id, "aria-expanded": "false", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
  })) input.setAttribute(name, value);

  const ask = suggestions(input.dataset.suggest);
  let options = [];
  let active = -1;
  let announcement;
  let drawn = ""; // the text that the options complete
  const opened = () => !list.hidden;
  const current = () => opened() && drawn === input.value.trim();

  const announce = (text) => {
    clearTimeout(announcement);
    announcement = setTimeout(() => { status.textContent = text; }, quiet);
  };

  const activate = (at) => {
    options[active]?.option.setAttribute("aria-selected", "false");
    active = at;
    const option = options[at]?.option;
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    return input.setAttribute("aria-activedescendant", option.id);
  };

  const close = () => {
    ask.stop();
    clearTimeout(announcement);
    status.textContent = "";
    activate(-1);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };

  // open shows the suggestions for what stands in the box. It tells whether
  // there are any.
  const open = async () => {
    const text = input.value.trim();
    if (text.length < least) return close();
    const found = await ask(text);
    if (!found || document.activeElement !== input) return false;
    activate(-1);
    options = drawOptions(list, found, text);
    drawn = text;
    list.dataset.text = text;
    list.hidden = !options.length;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(opened()));
    announce(options.length ? `${options.length} ${options.length === 1 ? "suggestie" : "suggesties"}` : "Geen suggesties");
    return opened();
  };

  // move goes through the options and, past an end, back to the box itself.
  const move = (step) => activate(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);

  const choose = ({ suggestion }) => {
    close();
    if (suggestion.kind === "term") {
      input.value = suggestion.text;
      form.requestSubmit();
    } else if (form.dispatchEvent(new CustomEvent("go", { cancelable: true, detail: suggestion.url }))) {
      location.assign(suggestion.url);
    }
  };

  const keys = {
    ArrowDown: async () => { if (current() || await open()) move(1); },
    ArrowUp: async () => { if (current() || await open()) move(-1); },
    "Alt+ArrowDown": () => void (opened() || open()),
    "Alt+ArrowUp": close,
    Enter: () => {
      if (!opened() || active < 0) return true;
      return choose(options[active]);
    },
    Escape: () => {
      if (!opened()) input.value = "";
      close();
    },
  };
  const passing = { Home: 1, End: 1, ArrowLeft: 1, ArrowRight: 1 }; // edit the text

  input.addEventListener("keydown", (e) => {
    if (e.isComposing || e.keyCode === 229 || e.ctrlKey || e.metaKey) return;
    const act = keys[(e.altKey ? "Alt+" : "") + e.key];
    if (act && act() !== true) e.preventDefault();
    if (passing[e.key]) activate(-1);
  });
  input.addEventListener("input", (e) => {
    if (e.isComposing) return;
    activate(-1);
    open();
  });
  input.addEventListener("compositionend", open);
  input.addEventListener("click", () => { if (!opened()) open(); });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (e) => e.preventDefault()); // keeps the focus in the box
  list.addEventListener("click", (e) => {
    const chosen = options.find(({ option }) => option.contains(e.target));
    if (chosen) choose(chosen);
  });
}
