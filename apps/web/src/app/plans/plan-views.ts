import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, RouterLink, RouterLinkActive } from '@angular/router';
import { ActionQuery, type Deed, fieldsOf } from '@followthrough/contracts';
import { Here } from '../session/here';
import { Me } from '../session/me';

/** What every view understands: one selection, seen in several ways. */
const everywhere = ['owner', 'organisation', 'theme'];
/** What the table and the timeline have in common, and the table's columns, which it finds again. */
const ofRows = [...fieldsOf(ActionQuery).keys(), 'columns'].filter((key) => key !== 'after' && key !== 'plan');

/** The same plan seen in other ways. What both ways can be narrowed to goes along. */
@Component({
  selector: 'ft-plan-views',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav class="ft-plan-views" aria-label="Views of the plan">
      @for (view of views(); track view.path) {
        <a [routerLink]="['/', here.slug(), 'plan'].concat(view.path)" [queryParams]="view.hasRows ? rows() : shared()" routerLinkActive ariaCurrentWhenActive="page" [routerLinkActiveOptions]="exactly">{{ view.label }}</a>
      }
    </nav>
  `,
})
export class PlanViews {
  readonly plan = input<string | null>(null);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} as Params });
  protected readonly shared = computed(() => this.kept(everywhere));
  protected readonly rows = computed(() => this.kept(ofRows));
  protected readonly here = inject(Here);
  protected readonly exactly = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;
  private readonly all = [
    { path: [], label: 'Table', hasRows: true },
    { path: ['timeline'], label: 'Timeline', hasRows: true },
    { path: ['ladder'], label: 'Ladder', hasRows: false },
    { path: ['health'], label: 'Plan health', hasRows: false },
    { path: ['deliverability'], label: 'Deliverability', hasRows: false, may: 'capacity.read' },
    { path: ['agreement'], label: 'Agreement', hasRows: false },
    { path: ['closing'], label: 'Closing', hasRows: false },
  ] as readonly { readonly path: readonly string[]; readonly label: string; readonly hasRows: boolean; readonly may?: Deed }[];
  private readonly me = inject(Me);
  protected readonly views = computed(() => this.all.filter(({ may }) => !may || this.me.may(may)));

  private kept(keys: readonly string[]): Params {
    return { plan: this.plan(), ...Object.fromEntries(keys.map((key) => [key, this.params()[key] as unknown])) };
  }
}
