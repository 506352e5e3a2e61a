import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Trace, type TraceKind, traceKinds, type TraceNode, traceRoutes } from '@followthrough/contracts';
import { Card, Failed, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';

interface Step {
  readonly kind: TraceKind;
  readonly says: string;
  readonly none: string;
  readonly nodes: readonly (TraceNode & { readonly by: string })[];
}

const steps: Readonly<Record<TraceKind, { readonly says: string; readonly none: string }>> = {
  review: { says: 'Review', none: 'No review yet: it answers no finding.' },
  finding: { says: 'Finding', none: 'It answers no finding yet.' },
  cause: { says: 'Cause', none: 'No cause is named yet.' },
  outcome: { says: 'Summit', none: 'No summit agreed anything about it.' },
  action: { says: 'Action', none: 'No action answers it yet.' },
  evidence: { says: 'Evidence', none: 'No evidence yet.' },
  closure: { says: 'Closure', none: 'Not done yet.' },
};

/** From what a review said to what came of it, as far as it hangs together with one action or finding. For their pages. */
@Component({
  selector: 'ft-trace',
  imports: [NgTemplateOutlet, RouterLink, Card, Failed, Skeleton, UkDate, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="From the review to what came of it">
      @if (trace.refused(); as refused) {
        <ft-failed [title]="refused.message" [reference]="refused.problem.requestId" (retry)="trace.reload()" />
      } @else if (trace.value(); as said) {
        <ol class="ft-trace">
          @for (step of all(); track step.kind) {
            <li [class.ft-trace__none]="step.nodes.length === 0">
              <h3>{{ step.says }}</h3>
              @if (step.nodes.length === 0) { <p class="ft-muted">{{ step.none }}</p> } @else {
                <ul>@for (node of step.nodes.slice(0, shown); track node.id) { <ng-container [ngTemplateOutlet]="one" [ngTemplateOutletContext]="{ $implicit: node }" /> }</ul>
                @if (step.nodes.length > shown) {
                  <details>
                    <summary>{{ step.nodes.length - shown }} more<span class="nhsuk-u-visually-hidden"> under {{ step.says }}</span></summary>
                    <ul>@for (node of step.nodes.slice(shown); track node.id) { <ng-container [ngTemplateOutlet]="one" [ngTemplateOutletContext]="{ $implicit: node }" /> }</ul>
                  </details>
                }
              }
            </li>
          }
        </ol>
        <ng-template #one let-node>
          <li [attr.aria-current]="node.id === said.id ? 'location' : null">
            @if (node.status) { <ft-said-status [status]="node.status" [words]="said.words" /> }
            @if (node.id === said.id) { <b>{{ label(node) }}</b> } @else if (node.withheld) { <span class="ft-muted">The text is restricted.</span> } @else if (address(node); as address) { <a [routerLink]="address">{{ label(node) }}</a> } @else { <span>{{ label(node) }}</span> }
            @if (note(node) || node.on || node.by) { <span class="ft-muted"> {{ note(node) }}@if (node.on) {@if (note(node)) {, }{{ node.kind === 'action' ? 'due ' : '' }}{{ node.on | ukDate }}}@if (node.by) { · {{ node.by }}}</span> }
          </li>
        </ng-template>
      } @else {
        <ft-skeleton [lines]="5" />
      }
    </ft-card>
  `,
})
export class TracePanel {
  /** The page's action or finding. The way is read again with each of its answers, which may have made or broken a link. */
  readonly of = input.required<{ readonly id: string }>();
  protected readonly here = inject(Here);
  /** How many of a kind before the rest folds away; the thing itself comes first of its kind. */
  protected readonly shown = 5;
  protected readonly trace = screen(traceRoutes.show, () => ({ params: { id: this.of().id } }), { keep: true });
  protected readonly all = computed<readonly Step[]>(() => {
    const said = this.trace.value();
    if (!said) return [];
    const by = origins(said);
    const first = (node: TraceNode): number => (node.id === said.id ? 0 : 1);
    return traceKinds.map((kind) => ({ kind, ...steps[kind], nodes: said.nodes.filter((one) => one.kind === kind).map((one) => ({ ...one, by: by.get(one.id) ?? '' })).sort((a, b) => first(a) - first(b)) }));
  });

  protected label({ ref, text, kind }: TraceNode): string {
    const says = text ?? 'Done';
    return kind === 'finding' ? `${ref} “${says}”` : ref ? `${ref} ${says}` : says;
  }

  protected note({ kind, note }: TraceNode): string {
    return kind === 'closure' && note ? `said by ${note}` : (note ?? '');
  }

  protected address({ kind, pageId }: TraceNode): readonly string[] | undefined {
    const path = { review: 'reviews', finding: 'findings', cause: undefined, outcome: 'summits', action: 'actions', evidence: 'actions', closure: 'actions' }[kind];
    return path === undefined ? undefined : path === 'reviews' ? ['/', this.here.slug(), 'findings', 'reviews'] : ['/', this.here.slug(), path, pageId];
  }
}

/** What leads to each thing, where more than one thing before it could: `from 3.2, 4.1`. */
function origins({ nodes, links }: Trace): ReadonlyMap<string, string> {
  const known = new Map(nodes.map((one) => [one.id, one]));
  const many = (kind: TraceKind): boolean => nodes.filter((one) => one.kind === kind).length > 1;
  const isOpen = new Map(traceKinds.map((kind) => [kind, kind !== 'review' && many(kind)]));
  const before = new Map<string, TraceNode[]>();
  for (const { from, to } of links) {
    const node = known.get(from);
    if (node && isOpen.get(node.kind)) before.set(to, [...(before.get(to) ?? []), node]);
  }
  return new Map([...before].map(([id, from]) => {
    const names = from.slice(0, 4).map(({ ref, text }) => ref ?? `“${(text ?? '').length > 50 ? `${(text ?? '').slice(0, 48)}…` : (text ?? '')}”`);
    return [id, `from ${names.join(', ')}${from.length > 4 ? ` and ${from.length - 4} more` : ''}`];
  }));
}
