import { newest } from "./dom.js";
import { fillFilters, setUpFilters } from "./filters.js";

const patience = 4000; // ms; then the browser goes there in its own way
const busyAfter = 200; // ms before the results look like waiting
const kept = 20; // pages remembered, for back and forward

// regionsOf returns the parts of a page that differ between searches.
const regionsOf = (page) => new Map([...page.querySelectorAll("[data-live]")].map((part) => [part.dataset.live, part]));

// finder makes filters, sort, paging and the form of a search page answer
// without loading the page anew: it fetches the page of the same address and
// puts its parts in place. Whatever goes wrong, the browser goes to the address
// itself.
export function finder(form) {
  const input = form.elements.q;
  const begin = newest();
  let shown = here();
  let under = ""; // the kind of the step under way
  const pages = new Map([[shown, document.cloneNode(true)]]);
  setUpFilters(regionsOf(document));

  // page gets the page of an address: from memory when again is true.
  const page = async (url, again, signal) => {
    if (again && pages.has(url)) return pages.get(url);
    const answer = await fetch(url, { signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.status);
    const got = new DOMParser().parseFromString(await answer.text(), "text/html");
    pages.delete(url);
    pages.set(url, got);
    if (pages.size > kept) pages.delete(pages.keys().next().value);
    return got;
  };

  // show puts the parts of a page in place. It refuses a page of another kind
  // or of another version of the site.
  const show = (got, sameWords) => {
    const script = (d) => d.querySelector("script[src]")?.getAttribute("src");
    const old = regionsOf(document), fresh = regionsOf(got);
    if (script(got) !== script(document) || old.size !== fresh.size) return false;
    for (const name of fresh.keys()) if (!old.has(name)) return false;
    document.title = got.title;
    for (const [name, part] of old) {
      const next = fresh.get(name);
      for (const { name: key, value } of next.attributes) if (key.startsWith("data-")) part.setAttribute(key, value);
      if (name === "filters") fillFilters(part, next, sameWords);
      else if (part.innerHTML !== next.innerHTML) part.innerHTML = next.innerHTML;
    }
    setUpFilters(old);
    if (document.activeElement !== input) input.value = got.getElementById("q").value;
    return true;
  };

  // load goes to an address. kind is "push" for a step forward and "pop" for
  // one that the browser has already made.
  const load = async (url, kind) => {
    const signal = begin();
    under = kind;
    const away = () => (kind === "pop" ? location.reload() : location.assign(url));
    const found = document.querySelector("[data-live=found]");
    const busy = setTimeout(() => found.setAttribute("aria-busy", "true"), busyAfter);
    const slow = setTimeout(() => { if (!signal.aborted) { begin(); away(); } }, patience);
    try {
      const got = await page(url, kind === "pop", signal);
      if (signal.aborted) return;
      const words = (u) => new URL(u).searchParams.get("q") ?? "";
      const sameWords = words(url) === words(shown);
      const focus = focusKeeper();
      if (!show(got, sameWords)) return away();
      if (kind === "push" && url !== here()) history.pushState(null, "", url);
      shown = url;
      focus();
    } catch {
      if (!signal.aborted) away();
    } finally {
      clearTimeout(slow);
      clearTimeout(busy);
      if (!signal.aborted) {
        under = "";
        found.removeAttribute("aria-busy");
      }
    }
  };
  // address is what the form would ask for, without what is empty.
  const address = () => {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    if (!asked.size) asked.set("sort", "title"); // the list of all, not the start page
    return new URL(`?${asked}`, form.action).href;
  };

  form.addEventListener("submit", (e) => {
    e.preventDefault();
    load(address(), "push");
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard hides the results
  });
  form.addEventListener("go", (e) => {
    const url = new URL(e.detail, location.href);
    if (url.pathname !== location.pathname) return;
    e.preventDefault();
    input.value = url.searchParams.get("q") ?? "";
    load(url.href, "push");
  });
  document.addEventListener("change", (e) => {
    if (e.target.type === "checkbox" && e.target.form === form) load(address(), "push");
  });
  document.addEventListener("click", (e) => {
    const link = e.target.closest("main a[href]");
    if (!link || e.defaultPrevented || e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    const url = new URL(link.getAttribute("href"), location.href); // a link of the map has an object for its href
    if (url.origin !== location.origin || url.pathname !== location.pathname || !url.search || url.hash) return;
    e.preventDefault();
    load(url.href, "push");
  });
  // Back and forward between places in one page change nothing, but they may
  // end a step to another page that was still under way.
  addEventListener("popstate", () => {
    if (here() !== shown || under === "pop") load(here(), "pop");
  });
}

// here is the address of this page without a place in it.
const here = () => location.href.replace(/#.*/, "");

// focusKeeper remembers what has the focus and returns a function that gives it
// to the same thing on the new page: the link with the same words in the same
// part, or else the heading of the results.
function focusKeeper() {
  const had = document.activeElement;
  const part = had?.closest("[data-live]")?.dataset.live;
  const words = had?.textContent;
  const stays = part && part !== "found"; // another page of results begins at its top
  return () => {
    if (!had || had === document.body || had.isConnected) return;
    const links = stays ? [...document.querySelectorAll(`[data-live=${part}] a`)] : [];
    const results = document.getElementById("resultaten");
    (links.find((a) => a.textContent === words) ?? results).focus({ preventScroll: true });
    if (part === "found") results.scrollIntoView();
  };
}
