import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { type CapacityPage, check, ConfirmedDaysEdit, type Conflict, capacityRoutes } from '@followthrough/contracts';
import { Button, Notice, ukDate, UkDate } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { changed, cellKey, pasted, toDays } from './days-grid';

/**
 * Confirmed days as a grid that works like a sheet: Tab and arrows move, a block copied from Excel is pasted whole.
 * Empty is "not known", which is not 0. Somebody else's change in the meantime is shown before anything is overwritten.
 */
@Component({
  selector: 'ft-days-editor',
  imports: [Button, Notice, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './days-editor.html',
})
export class DaysEditor {
  readonly page = input.required<CapacityPage>();
  readonly done = output<CapacityPage | null>();
  private readonly api = inject(Api);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly rows = computed(() => this.page().rows.flatMap(({ organisationId, name, months }) => (organisationId === null ? [] : [{ organisationId, name, months }])));
  /** What was typed, by organisation and month; a cell nobody touched is not here. */
  protected readonly typed = signal<ReadonlyMap<string, string>>(new Map());
  /** What a cell was when somebody agreed to write over it. */
  private readonly known = signal<ReadonlyMap<string, number | null>>(new Map());
  protected readonly wrong = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly clashes = signal<Conflict['fields']>([]);
  protected readonly refused = signal('');
  protected readonly sending = signal(false);
  protected readonly keyOf = cellKey;

  protected shown(organisationId: string, month: string, confirmed: number | null): string {
    return this.typed().get(cellKey(organisationId, month)) ?? (confirmed === null ? '' : String(confirmed));
  }

  protected type(key: string, text: string): void {
    this.typed.update((typed) => new Map(typed).set(key, text));
    this.wrong.update((wrong) => new Map([...wrong].filter(([one]) => one !== key)));
  }

  protected async save(): Promise<void> {
    const cells = changed(this.rows(), this.typed(), this.known());
    if (cells.length === 0) return this.done.emit(null);
    const { refusals } = check(ConfirmedDaysEdit, { cells });
    this.wrong.set(new Map((refusals ?? []).map(({ field, message }) => {
      const cell = cells[Number(field.split('.')[1])];
      return [cell ? cellKey(cell.organisationId, cell.month) : '', message] as const;
    })));
    if (refusals) return setTimeout(() => this.host.querySelector<HTMLElement>('[aria-invalid]')?.focus()) as unknown as void;
    await this.send(cells);
  }

  private async send(cells: ConfirmedDaysEdit['cells']): Promise<void> {
    this.sending.set(true);
    this.refused.set('');
    try {
      this.done.emit(await this.api.ask(capacityRoutes.confirm, { body: { cells } }));
    } catch (thrown) {
      const refused = refusedBy(thrown);
      if (refused.problem.conflict) this.clashes.set(refused.problem.conflict.fields);
      else this.refused.set(refused.message);
    } finally {
      this.sending.set(false);
    }
  }

  /** Either way nothing is lost: theirs is taken over cell by cell, or mine is written knowing what it replaces. */
  protected async settle(keep: 'mine' | 'theirs'): Promise<void> {
    const clashes = this.clashes();
    this.known.update((known) => new Map([...known, ...clashes.map(({ field, theirs }) => [field, toDays(theirs)] as const)]));
    if (keep === 'theirs') this.typed.update((typed) => new Map([...typed, ...clashes.map(({ field, theirs }) => [field, theirs === null ? '' : String(theirs)] as const)]));
    this.clashes.set([]);
    await this.save();
  }

  protected readonly nameOf = (field: string): string => {
    const [organisationId = '', month] = field.split('.');
    return `${this.rows().find((row) => row.organisationId === organisationId)?.name ?? ''}, ${ukDate(month)}`;
  };

  protected move(event: KeyboardEvent, row: number, column: number): void {
    const by = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const box = by === 0 ? null : this.host.querySelector<HTMLInputElement>(`#days-${row + by}-${column}`);
    if (event.key === 'Enter') event.preventDefault();
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  }

  protected paste(event: ClipboardEvent, row: number, column: number): void {
    const block = pasted(event.clipboardData?.getData('text/plain') ?? '');
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    block.forEach((line, down) => line.forEach((text, along) => {
      const at = this.rows()[row + down];
      const month = at?.months[column + along]?.month;
      if (at && month) this.type(cellKey(at.organisationId, month), text);
    }));
  }
}
