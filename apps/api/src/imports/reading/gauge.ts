import { lastRow, LIMITS, tooFull, tooLong, tooWide, type Unreadable } from './limits';

const FILLED = /<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[^>]{0,200}>\s*<(?:\w+:)?(?:v|is|f)[\s>]/g;
/** No cell's beginning is longer, so one that is cut in two by a chunk's end is found in the next. */
const LONGEST_BEGINNING = 300;
/** A few stray cells far away may hold nothing but spaces; so many are content. */
const STRAY = 200;

/**
 * Looks for filled cells in the text of a sheet while it is unpacked, and says as soon as the sheet cannot be a plan, so
 * that a huge one is refused before it is parsed. It decides nothing else: sheets that pass are read by the library.
 */
export class Gauge {
  private rest = '';
  private filled = 0;
  private outside = 0;
  private widest = 0;
  private wideRow = 0;

  /** Why the sheet is no plan; null as long as it may be one. */
  add(chunk: Buffer): Unreadable | null {
    const text = this.rest + chunk.toString('latin1');
    let read = 0;
    for (const found of text.matchAll(FILLED)) {
      read = found.index + found[0].length;
      const why = this.cell(Number(found[2]), columnNumber(found[1] ?? ''));
      if (why) return why;
    }
    this.rest = text.slice(Math.max(read, text.length - LONGEST_BEGINNING));
    return null;
  }

  private cell(row: number, column: number): Unreadable | null {
    this.filled += 1;
    if (this.filled > LIMITS.cells) return tooFull();
    // The row is finished first, so that we can say how many columns there are.
    if (this.widest > 0 && this.outside >= STRAY && row !== this.wideRow) return tooWide(this.widest);
    if (row <= lastRow && column <= LIMITS.columns) return null;
    this.outside += 1;
    if (row > lastRow) return this.outside >= STRAY ? tooLong() : null;
    this.widest = Math.max(this.widest, column);
    this.wideRow = row;
    return null;
  }
}

/** `A` is 1. */
const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
