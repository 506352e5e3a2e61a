import { ChangeDetectionStrategy, Component, ElementRef, inject, input, model } from '@angular/core';
import type { FrameworkDomain } from '@followthrough/contracts';
import { Button } from '@followthrough/ui';
import { changedAt, insertedAt, moved, withoutAt } from './rows';

/** Domains and their criteria by keyboard: Enter adds the next, Backspace in an empty one removes it, Alt and an arrow move. */
@Component({
  selector: 'ft-outline-editor',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './outline-editor.html',
})
export class OutlineEditor {
  readonly value = model.required<readonly FrameworkDomain[]>();
  /** What is wrong, by its place: `domains.1.title`. */
  readonly refusals = input.required<ReadonlyMap<string, string>>();
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected rename(at: number, title: string): void {
    this.value.update((domains) => changedAt(domains, at, { title }));
  }

  protected moveDomain(at: number, by: -1 | 1): void {
    this.value.update((domains) => moved(domains, at, by));
    this.focus(`domain-${at + by}`);
  }

  protected removeDomain(at: number): void {
    this.value.update((domains) => withoutAt(domains, at));
    this.focus(`domain-${Math.max(0, at - 1)}`);
  }

  protected addDomain(): void {
    this.value.update((domains) => [...domains, { title: '', criteria: [''] }]);
    this.focus(`domain-${this.value().length - 1}`);
  }

  protected say(at: number, nth: number, title: string): void {
    this.criteria(at, (criteria) => criteria.map((one, index) => (index === nth ? title : one)));
  }

  protected add(at: number, nth: number): void {
    this.criteria(at, (criteria) => insertedAt(criteria, nth, ''));
    this.focus(`criterion-${at}-${nth}`);
  }

  protected remove(at: number, nth: number): void {
    this.criteria(at, (criteria) => withoutAt(criteria, nth));
    this.focus(nth > 0 ? `criterion-${at}-${nth - 1}` : `domain-${at}`);
  }

  protected move(at: number, nth: number, by: -1 | 1): void {
    const last = (this.value()[at]?.criteria.length ?? 1) - 1;
    this.criteria(at, (criteria) => moved(criteria, nth, by));
    this.focus(`criterion-${at}-${Math.min(last, Math.max(0, nth + by))}`);
  }

  protected key(event: KeyboardEvent, at: number, nth: number, text: string): void {
    const by = event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : 0;
    const isOurs = by !== 0 || (event.key === 'Enter' && !event.isComposing) || (event.key === 'Backspace' && text === '');
    if (!isOurs) return;
    event.preventDefault();
    if (by !== 0) this.move(at, nth, by);
    else if (event.key === 'Enter') this.add(at, nth + 1);
    else this.remove(at, nth);
  }

  private criteria(at: number, change: (criteria: string[]) => string[]): void {
    this.value.update((domains) => domains.map((one, index) => (index === at ? { ...one, criteria: change(one.criteria) } : one)));
  }

  private focus(id: string): void {
    setTimeout(() => this.host.querySelector<HTMLElement>(`#${id}`)?.focus());
  }
}
