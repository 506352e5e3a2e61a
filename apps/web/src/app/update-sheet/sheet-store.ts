import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { BatchUpdate, check, type FieldRefusal, type SheetQuery, type SheetRow, updateRoutes, updateSheetRoutes } from '@followthrough/contracts';
import { type CellEdit, columnOf, edited, impliedCells, noHistory, readRow, redone, refusedAt, settledCell, type SheetCells, type SheetColumn, sheetColumns, type SheetHistory, type SheetKnown, type SheetReading, type SheetText, undone, withoutRows } from '@followthrough/domain';
import { Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { Drafts } from '../api/drafts';
import { type Refused, refusedBy } from '../api/refused';
import { screen } from '../api/screen';
import { type ColumnGroup, columnsIn, type GridColumn, groupsWith, readColumns, usualGroups } from './sheet-columns';

/** A cell to be mended: where it is and what is wrong, in a sentence. */
export interface WrongCell {
  readonly at: number;
  readonly row: SheetRow;
  readonly column: SheetColumn;
  readonly message: string;
}

interface Judged {
  readonly row: SheetRow;
  readonly known: SheetKnown;
  readonly reading: SheetReading;
}

/** What is typed on the update sheet, kept on this device until it is saved, and what is wrong with it. */
@Injectable()
export class SheetStore {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly draft = inject(Drafts).of('update-sheet');
  readonly query = signal<SheetQuery | undefined>(undefined);
  readonly sheet = screen(updateSheetRoutes.read, () => {
    const query = this.query();
    return query && { query };
  }, { keep: true });
  readonly rows = computed<readonly SheetRow[]>(() => this.sheet.value()?.items ?? []);
  readonly ids = computed(() => this.rows().map((one) => one.id));
  readonly known = computed<SheetKnown>(() => ({ words: this.sheet.value()?.words ?? [], today: this.sheet.value()?.today ?? '', misfits: (said) => check(BatchUpdate, said).refusals ?? [] }));

  private readonly history = signal<SheetHistory>(noHistory(this.draft.read()?.said as SheetText | undefined));
  readonly text = computed(() => this.history().text);
  readonly mayUndo = computed(() => this.history().past.length > 0);
  readonly mayRedo = computed(() => this.history().future.length > 0);
  /** The action whose form is open, where there is no room for the grid. */
  readonly opened = signal('');
  readonly saving = signal(false);
  readonly refused = signal<Refused | undefined>(undefined);
  /** The refs of the actions that were sent last, in their order. */
  readonly sent = signal<readonly string[]>([]);
  /** What was typed before is back, and nothing was typed since. */
  readonly restored = signal(Object.keys(this.text()).length > 0);
  /** When the device last kept what is typed. */
  readonly keptAt = signal<Date | undefined>(undefined);
  /** What the API refused of a row, until its cells are typed in again. */
  private readonly answered = signal<ReadonlyMap<SheetCells, SheetCells>>(new Map());
  /** A row is read again when its cells, its action or the words have changed, and only then. */
  private readonly judged = new WeakMap<SheetCells, Judged>();

  private readonly typed = computed(() => {
    const [text, known] = [this.text(), this.known()];
    return this.rows().flatMap((row, at) => {
      const cells = text[row.id];
      return cells ? [{ at, row, wrong: { ...this.read(cells, row, known).wrong, ...this.answered().get(cells) }, said: this.read(cells, row, known).said }] : [];
    });
  });
  private readonly wrongOf = computed(() => new Map(this.typed().map((one) => [one.row.id, one.wrong])));
  readonly count = computed(() => this.typed().length);
  readonly right = computed<readonly BatchUpdate[]>(() => this.typed().flatMap(({ said, wrong }) => (said && Object.keys(wrong).length === 0 ? [said] : [])));
  readonly wrong = computed<readonly WrongCell[]>(() => this.typed().flatMap(({ at, row, wrong }) => sheetColumns.flatMap((column) => (wrong[column] ? [{ at, row, column, message: wrong[column] }] : []))));
  /** What was chosen to be seen. */
  readonly chosen = signal<readonly ColumnGroup[]>(usualGroups);
  /** What is seen whatever was chosen: where something is typed, or has to be mended. */
  readonly needed = computed<readonly ColumnGroup[]>(() => groupsWith(new Set(this.typed().flatMap(({ row, wrong }) => sheetColumns.filter((one) => wrong[one] ?? this.text()[row.id]?.[one])))), { equal: sameWords });
  readonly columns = computed<readonly SheetColumn[]>(() => columnsIn([...this.chosen(), ...this.needed()]), { equal: sameWords });
  readonly grid = computed<readonly GridColumn[]>(() => [...readColumns, ...this.columns()]);
  /** Rows typed on that are not on the list as it is narrowed now. */
  readonly elsewhere = computed(() => Object.keys(this.text()).length - this.count());

  /** What the button says that saves them. */
  readonly saves = computed(() => {
    const [right, count] = [this.right().length, this.count()];
    if (this.saving()) return 'Saving…';
    if (right === 0) return 'Save';
    if (right < count) return right === 1 ? 'Save the one that is right' : `Save the ${right} that are right`;
    return right === 1 ? 'Save 1 update' : `Save ${right} updates`;
  });

  constructor() {
    let before = this.text();
    effect(() => {
      const text = this.text();
      if (text === before) return;
      before = text;
      this.restored.set(false);
      if (Object.keys(text).length === 0) return this.draft.drop();
      const { at } = this.draft.keep(text);
      // A device that is full keeps nothing, and then nothing is said.
      this.keptAt.set(this.draft.read()?.at === at ? new Date(at) : undefined);
    });
  }

  textOf(row: SheetRow, column: SheetColumn): string {
    return this.text()[row.id]?.[column] ?? '';
  }

  wrongIn(row: SheetRow, column: SheetColumn): string {
    return this.wrongOf().get(row.id)?.[column] ?? '';
  }

  /** What the cells of a row stand for where nothing is typed in them. */
  impliedIn(row: SheetRow): SheetCells {
    const cells = this.text()[row.id];
    return cells ? impliedCells(cells, row, this.known()) : {};
  }

  /** Types into cells, as one step that can be taken back. */
  type(edits: readonly CellEdit[]): void {
    const known = this.known();
    this.history.update((sheet) => edited(sheet, edits.map((one) => ({ ...one, text: settledCell(one.column, one.text, known) }))));
  }

  undo(): void {
    this.history.update(undone);
  }

  redo(): void {
    this.history.update(redone);
  }

  /** Empties every cell, here and on rows that are not shown; one step, which can be taken back. */
  clear(): void {
    this.type(Object.entries(this.text()).flatMap(([row, cells]) => sheetColumns.filter((column) => cells[column]).map((column) => ({ row, column, text: '' }))));
  }

  /** Reports all rows that are right, in together or not at all; what is wrong stays. */
  async save(): Promise<void> {
    const updates = [...this.right()];
    if (updates.length === 0 || this.saving()) return;
    const sent = this.text();
    this.saving.set(true);
    this.refused.set(undefined);
    this.sent.set(updates.map((one) => this.rows().find((row) => row.id === one.actionId)?.ref ?? ''));
    try {
      await this.api.ask(updateRoutes.batch, { body: { updates } });
      // A row that was typed in meanwhile says something else by now.
      const saved = updates.map((one) => one.actionId).filter((id) => this.text()[id] === sent[id]);
      this.history.update((sheet) => withoutRows(sheet, saved));
      this.toasts.say(`${updates.length} ${updates.length === 1 ? 'update' : 'updates'} saved.`);
      this.sheet.reload();
    } catch (thrown) {
      const refused = refusedBy(thrown);
      this.refused.set(refused);
      this.mark(refused.problem.fields ?? [], updates, sent);
    } finally {
      this.saving.set(false);
    }
  }

  /** Puts each refusal in its cell. Who was overtaken by somebody else's report gets the sheet as it is now, to read that beside their own. */
  private mark(refusals: readonly FieldRefusal[], updates: readonly BatchUpdate[], sent: SheetText): void {
    const marks = new Map<SheetCells, SheetCells>();
    for (const { field, message } of refusals) {
      const place = refusedAt({ field });
      const cells = sent[updates[place?.at ?? -1]?.actionId ?? ''];
      if (!place || !cells) continue;
      if (place.field === 'seenId' || place.field === 'actionId') this.sheet.reload();
      else marks.set(cells, { ...marks.get(cells), [columnOf(place.field)]: message });
    }
    this.answered.set(marks);
  }

  private read(cells: SheetCells, row: SheetRow, known: SheetKnown): SheetReading {
    const before = this.judged.get(cells);
    if (before?.row === row && before.known === known) return before.reading;
    const reading = readRow(cells, row, known);
    this.judged.set(cells, { row, known, reading });
    return reading;
  }
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();
