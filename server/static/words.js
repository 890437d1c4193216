// fold gives text as it is compared: lower case, without diacritics.
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// wordsOf returns the words of text, folded.
export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

// pieces cuts text into [piece, matches] where the words of query stand: at the
// beginning of words, or else, from three letters, within them.
export function pieces(text, query) {
  const chars = [...text.normalize("NFC")];
  const folded = chars.map(fold);
  const starts = []; // where each character begins in the folded text
  let at = 0;
  for (const f of folded) {
    starts.push(at);
    at += f.length;
  }
  const line = folded.join("");
  const hit = new Array(chars.length).fill(false);
  for (const word of new Set(wordsOf(query))) {
    const places = [];
    for (let i = line.indexOf(word); i >= 0; i = line.indexOf(word, i + 1)) places.push(i);
    const begins = places.filter((i) => i === 0 || !/[\p{L}\p{N}]/u.test(line[i - 1]));
    for (const from of begins.length || word.length < 3 ? begins : places) {
      starts.forEach((s, i) => { if (s >= from && s < from + word.length) hit[i] = true; });
    }
  }
  const out = [];
  chars.forEach((c, i) => {
    if (i && hit[i] === hit[i - 1]) out[out.length - 1][0] += c;
    else out.push([c, hit[i]]);
  });
  return out;
}
