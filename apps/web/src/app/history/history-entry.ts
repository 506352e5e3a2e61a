import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ChangeKind, type HistoryPlace, historyWords } from '@followthrough/contracts';
import type { Gathered } from '@followthrough/domain';
import { UkTime } from '@followthrough/ui';
import { Here } from '../session/here';
import { HistoryFieldRow } from './history-field';

const deeds: Readonly<Record<ChangeKind, string>> = { added: 'added', removed: 'taken away', changed: 'changed' };
/** Shown at once; whatever more there is unfolds. */
const FIRST = 4;

/** The screen of a thing, for those that have one. */
const SCREENS: Readonly<Record<HistoryPlace, ((id: string, name: string) => { readonly path: readonly string[]; readonly query?: Readonly<Record<string, string>> }) | null>> = {
  action: (id) => ({ path: ['actions', id] }),
  plan: (plan) => ({ path: ['plan'], query: { plan } }),
  board: (id) => ({ path: ['boards', id] }),
  programme: () => ({ path: ['programmes'] }),
  review: (id) => ({ path: ['findings', 'reviews', id] }),
  framework: (id) => ({ path: ['findings', 'frameworks', id] }),
  finding: (id) => ({ path: ['findings', id] }),
  cause: (cause) => ({ path: ['causes'], query: { cause } }),
  measure: (id) => ({ path: ['measures', id] }),
  summit: (id) => ({ path: ['summits', id] }),
  person: (_, find) => ({ path: ['people'], query: { find } }),
  organisation: () => ({ path: ['organisations'] }),
  team: () => ({ path: ['capacity', 'teams'] }),
  import: (id) => ({ path: ['imports', id] }),
  file: null,
  locality: () => ({ path: ['settings'] }),
  status_word: () => ({ path: ['settings'] }),
};

/** One change: what it was, of what, field by field; and beside it why, by whom, when and whether it is sealed. */
@Component({
  selector: 'ft-history-entry',
  imports: [RouterLink, UkTime, HistoryFieldRow],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-change' },
  templateUrl: './history-entry.html',
})
export class HistoryEntry {
  readonly item = input.required<Gathered>();
  /** On the page of the thing itself its name says nothing new, nor does what only the log knows. */
  readonly own = input(false);
  private readonly here = inject(Here);
  protected readonly heading = computed(() => `${historyWords[this.item().kind].label} ${deeds[this.item().change]}${this.own() ? '' : ':'}`);
  protected readonly first = computed(() => this.item().fields.slice(0, this.item().fields.length === FIRST + 1 ? FIRST + 1 : FIRST));
  protected readonly rest = computed(() => this.item().fields.slice(this.first().length));
  protected readonly link = computed(() => {
    const thing = this.item().thing;
    const to = thing && SCREENS[thing.kind]?.(thing.id, thing.name);
    return to ? { path: ['/', this.here.slug(), ...to.path], query: to.query ?? {} } : null;
  });
}
