import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, type PDFObject, type PDFPage } from 'pdf-lib';

/** The streams that a page is drawn from, by their reference, and whether it is more than that: annotations, layers, ways to other pages. */
interface Drawn {
  streams: Map<string, PDFStream>;
  more: boolean;
}

/**
 * The streams that a page is drawn from. Fonts and colour spaces, which pages share by nature, count only where a font is
 * drawn from streams itself (Type 3).
 */
export function streamsOf(page: PDFPage): Drawn {
  const drawn = known.get(page) ?? drawnOn(page);
  known.set(page, drawn);
  return drawn;
}

const known = new WeakMap<PDFPage, Drawn>();

function drawnOn({ node, doc: { context } }: PDFPage): Drawn {
  const streams = new Map<string, PDFStream>();
  const seen = new Set<PDFObject>();
  const resources = node.Resources();
  let more = node.Annots() !== undefined || resources?.has(PDFName.of('Properties')) === true;
  const waiting: (PDFObject | undefined)[] = [node.get(PDFName.of('Contents')), resources];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const object = next instanceof PDFRef ? context.lookup(next) : next;
    if (!object || seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PDFStream && next instanceof PDFRef) streams.set(next.tag, object);
    if (object instanceof PDFArray) waiting.push(...object.asArray());
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
    if (!dict) continue;
    const type = dict.lookup(PDFName.of('Type'));
    more ||= [PDFName.of('Page'), PDFName.of('Pages'), PDFName.of('Catalog')].some((one) => one === type);
    for (const [key, value] of dict.entries()) {
      const name = key.asString();
      if (name === '/ColorSpace') continue;
      waiting.push(...(name === '/Font' ? typeThree(context.lookup(value)) : [value]));
    }
  }
  return { streams, more };
}

const typeThree = (fonts: PDFObject | undefined): PDFObject[] => {
  if (!(fonts instanceof PDFDict)) return [];
  return fonts.keys().flatMap((key) => {
    const font = fonts.lookup(key);
    return font instanceof PDFDict && font.lookup(PDFName.of('Subtype')) === PDFName.of('Type3') ? [font] : [];
  });
};
