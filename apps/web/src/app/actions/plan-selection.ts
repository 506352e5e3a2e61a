import { computed, inject, Injectable, signal } from '@angular/core';
import { PlanStore } from './plan-store';

/** The actions that are ticked in the plan table, or all that match. It lasts while somebody scrolls, sorts and groups. */
@Injectable()
export class PlanSelection {
  private readonly store = inject(PlanStore);
  /** The boxes are shown. */
  readonly isOn = signal(false);
  /** Everything that the filters find, read or not. */
  readonly isAll = signal(false);
  readonly ids = signal<ReadonlySet<string>>(new Set());
  readonly count = computed(() => (this.isAll() ? (this.store.total() ?? 0) : this.ids().size));
  /** Where a range begins. */
  private from: string | undefined;

  turn(): void {
    this.isOn.update((on) => !on);
    this.clear();
  }

  clear(): void {
    this.isAll.set(false);
    this.ids.set(new Set());
    this.from = undefined;
  }

  has(id: string): boolean {
    return this.isAll() || this.ids().has(id);
  }

  /** Ticks or unticks one; with `toHere`, all from the last one that was ticked, in the order on screen. */
  tick(id: string, wants: boolean, toHere: boolean): void {
    const range = toHere && this.from !== undefined ? this.between(this.from, id) : [id];
    this.ids.update((ids) => new Set(wants ? [...ids, ...range] : [...ids].filter((one) => !range.includes(one))));
    this.from = id;
  }

  private between(from: string, to: string): readonly string[] {
    const order = this.store.pages().flatMap((page) => page.map((one) => one.id));
    const [first, last] = [order.indexOf(from), order.indexOf(to)].sort((a, b) => a - b);
    return first === undefined || last === undefined || first < 0 ? [to] : order.slice(first, last + 1);
  }
}
