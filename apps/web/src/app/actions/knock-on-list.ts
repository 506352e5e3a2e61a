import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KnockOn } from '@followthrough/contracts';
import { UkDate } from '@followthrough/ui';
import { Here } from '../session/here';

/** What a move would do to the dates of others, before it is saved, and whether they move along. */
@Component({
  selector: 'ft-knock-on',
  imports: [RouterLink, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-knocked' },
  template: `
    <div role="status">
      @if (loading()) { <p class="ft-muted">Looking at what waits for it…</p> }
      @if (says(); as text) { <p><b>{{ text }}</b></p> }
    </div>
    @if (knockOn(); as seen) {
      @if (seen.moves.length > 0) {
        <ul class="ft-knock-on">
          @for (one of seen.moves; track one.id) {
            <li><a target="_blank" [routerLink]="['/', here.slug(), 'actions', one.id]">{{ one.ref }} {{ one.title }}</a><div class="ft-muted">{{ one.fromOn | ukDate }} → {{ one.toOn | ukDate }}, {{ days(one.days) }} later@if (one.waitsFor !== one.ref) { · waits for {{ one.waitsFor }}}</div></li>
          }
        </ul>
        <div class="ft-checks"><label><input type="checkbox" [checked]="along()" (change)="along.set(!along())" />Move {{ seen.moves.length === 1 ? 'it' : 'these' }} too, each recorded with the reason “Dependency”</label></div>
        @if (!along()) { <p class="ft-muted">Left as {{ seen.moves.length === 1 ? 'it is, it is' : 'they are, they are' }} due before what has to be done first.</p> }
      }
      @if (seen.softly.length > 0) {
        <p>{{ ofSeveral() ? 'They were' : 'It was' }} to open the way to @for (one of seen.softly; track one.id) {<b>{{ one.ref }}</b> (due {{ one.fromOn | ukDate }}){{ $last ? '' : ', ' }}}, and will come later than that. {{ seen.softly.length === 1 ? 'Its date stays' : 'Their dates stay' }}.</p>
      }
    }
  `,
})
export class KnockOnList {
  readonly knockOn = input<KnockOn>();
  readonly loading = input(false);
  /** Several move at once, so what moves along is told apart from them. */
  readonly ofSeveral = input(false);
  readonly along = model(true);
  protected readonly here = inject(Here);
  protected readonly says = computed(() => {
    const many = this.knockOn()?.moves.length ?? 0;
    if (many === 0) return '';
    const other = this.ofSeveral() ? 'other ' : '';
    return many === 1 ? `1 ${other}action can then no longer keep its date` : `${many} ${other}actions can then no longer keep their dates`;
  });
  protected readonly days = (many: number): string => (many === 1 ? '1 day' : `${many} days`);
}
