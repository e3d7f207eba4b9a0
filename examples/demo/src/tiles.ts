/** Overlapping tiles of a screenshot, as checkboxnet/scanning/tiles.py makes them. */
import { round } from "./round";

/** Where a tile lies along one side of the picture. */
export interface Span {
  start: number;
  end: number;
  /** From here (inclusive) the centres of findings are this tile's… */
  ownStart: number;
  /** …to here (exclusive); beyond, they are its neighbours'. */
  ownEnd: number;
}

/** Returns tiles of equal length that cover a side of a picture. */
export function spans(length: number, tile: number, overlap: number): Span[] {
  if (length <= tile) return [{ start: 0, end: length, ownStart: -Infinity, ownEnd: Infinity }];
  const count = Math.ceil((length - overlap) / (tile - overlap));
  const starts = Array.from({ length: count }, (_, number) =>
    round((number * (length - tile)) / (count - 1)),
  );
  const middle = (number: number) => (starts[number - 1] + tile + starts[number]) / 2;
  return starts.map((start, number) => ({
    start,
    end: start + tile,
    ownStart: number === 0 ? -Infinity : middle(number),
    ownEnd: number === count - 1 ? Infinity : middle(number + 1),
  }));
}

export function owns(span: Span, centre: number): boolean {
  return span.ownStart <= centre && centre < span.ownEnd;
}
