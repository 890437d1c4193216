import { newest } from "./dom.js";

const most = 10; // suggestions asked for
const wait = 20; // ms: keys that come while a question is under way are one
const kept = 100; // answers remembered

// suggestions returns a function that asks address for suggestions for a text.
// Only the newest question is answered: an older one gives undefined, and so
// does a failure, for a box without suggestions still searches. ask.stop drops
// the question under way.
export function suggestions(address) {
  const begin = newest();
  const known = new Map();
  let under = 0; // questions under way
  const ask = async (text) => {
    const signal = begin();
    if (known.has(text)) return known.get(text);
    if (under) await new Promise((done) => setTimeout(done, wait));
    if (signal.aborted) return undefined;
    under += 1;
    try {
      const answer = await fetch(`${address}?${new URLSearchParams({ q: text, limit: most })}`, { signal });
      if (!answer.ok) return undefined;
      const found = (await answer.json()).suggestions;
      if (signal.aborted) return undefined;
      if (known.size >= kept) known.delete(known.keys().next().value);
      known.set(text, found);
      return found;
    } catch {
      return undefined;
    } finally {
      under -= 1;
    }
  };
  ask.stop = () => void begin();
  return ask;
}
