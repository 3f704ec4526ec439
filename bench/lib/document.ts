/** Replaces what stands between the marks of a generated part of a document. */
export function replacePart(document: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name}: written by npm run bench -- --write-docs -->`, `<!-- ${name}: end -->`];
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document has no "${start}" followed by "${end}".`);
  return `${document.slice(0, from + start.length)}\n\n${text}\n\n${document.slice(to)}`;
}
