// The script of the site. Every page works without it; it makes the search box
// suggest and the search page answer at once.
import { combobox } from "./combobox.js";
import { finder } from "./finder.js";

for (const input of document.querySelectorAll("input[data-suggest]")) combobox(input);
if (document.querySelector("[data-live=found]")) finder(document.getElementById("zoek"));
