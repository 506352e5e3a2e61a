import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, type TemplateRef } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Change } from '@followthrough/contracts';
import { UkTime } from '@followthrough/ui';
import { Here } from '../session/here';
import { ChangedValue } from './changed-value';

interface Group<C extends Change> {
  readonly key: string;
  readonly actionId: string | null;
  readonly ref: string | null;
  readonly title: string;
  readonly isGone: boolean;
  readonly changes: readonly C[];
}

/** Changes under the action that they are of, each with who made it, when and why. With `deed`, something to do beside each. */
@Component({
  selector: 'ft-change-list',
  imports: [NgTemplateOutlet, RouterLink, UkTime, ChangedValue],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (group of groups(); track group.key) {
      <section class="ft-changes" [attr.aria-labelledby]="'changes-' + group.key">
        <h2 class="ft-changes__of" [id]="'changes-' + group.key">
          @if (group.actionId && !group.isGone) { <a [routerLink]="['/', here.slug(), 'actions', group.actionId]">{{ group.ref }} {{ group.title }}</a> } @else if (group.actionId) { {{ group.ref }} {{ group.title }} } @else { The plan itself }
        </h2>
        <ul>
          @for (one of group.changes; track $index) {
            <li class="ft-change" [class.ft-change--deed]="!!deed()">
              <ft-changed-value [change]="one" />
              <div class="ft-change__why">
                @if (one.why) { <p class="ft-said">{{ one.why }}</p> } @else if (!one.withheld) { <p class="ft-muted">{{ one.working ? 'A working note: no reason is asked for.' : 'No reason was kept.' }}</p> }
                <p class="ft-muted">{{ one.by ?? 'Not by a person here' }}@if (one.at) {, {{ one.at | ukTime }}}@if (one.steps > 1) { · changed {{ one.steps }} times, this is the last }</p>
              </div>
              @if (deed(); as deed) { <div class="ft-change__deed"><ng-container [ngTemplateOutlet]="deed" [ngTemplateOutletContext]="{ $implicit: one }" /></div> }
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class ChangeList<C extends Change> {
  readonly changes = input.required<readonly C[]>();
  readonly deed = input<TemplateRef<{ readonly $implicit: C }>>();
  protected readonly here = inject(Here);
  protected readonly groups = computed<readonly Group<C>[]>(() => {
    const groups = new Map<string, { actionId: string | null; ref: string | null; title: string; isGone: boolean; changes: C[] }>();
    for (const one of this.changes()) {
      const key = one.actionId ?? 'plan';
      const group = groups.get(key) ?? { actionId: one.actionId, ref: one.ref, title: one.title, isGone: one.change === 'removed', changes: [] };
      group.changes.push(one);
      groups.set(key, group);
    }
    return [...groups].map(([key, group]) => ({ key, ...group }));
  });
}
