import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type DraftFinding, findingRoutes } from '@followthrough/contracts';
import { Button, Card, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';
import { Here } from '../session/here';
import { FindingTags } from './finding-tags';

/** The drafts of a review in full, to compare with the report and confirm, one or all. */
@Component({
  selector: 'ft-draft-list',
  imports: [RouterLink, Button, Card, FindingTags],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="To compare with the report" [sub]="drafts().length === 0 ? '' : 'Confirming locks the words and the page for everybody. Corrections can be added beside them later.'">
      @if (drafts().length > 1) { <button deeds type="button" ftButton [small]="true" [disabled]="sending()" (click)="confirm(drafts())">Confirm all {{ drafts().length }}</button> }
      <ul class="ft-drafts">
        @for (one of drafts(); track one.id) {
          <li>
            <div class="ft-row"><b>{{ one.ref }}</b>&ngsp;<ft-finding-tags [kind]="one.kind" [force]="one.force" /> @if (one.page) { <span class="ft-muted">page {{ one.page }}</span> }</div>
            <p class="ft-prose">{{ one.quotation }}</p>
            <div class="ft-row">
              <button type="button" ftButton [small]="true" [disabled]="sending()" (click)="confirm([one])">Confirm<span class="nhsuk-u-visually-hidden"> {{ one.ref }}</span></button>
              <a [routerLink]="['/', here.slug(), 'findings', one.id]">Change<span class="nhsuk-u-visually-hidden"> {{ one.ref }}</span></a>
            </div>
          </li>
        } @empty { <li class="ft-muted">{{ total() === 0 ? 'Nothing entered yet.' : 'No drafts: all ' + total() + ' findings of this review are confirmed.' }}</li> }
      </ul>
    </ft-card>
  `,
})
export class DraftList {
  readonly drafts = input.required<readonly DraftFinding[]>();
  /** Findings of the review in all. */
  readonly total = input.required<number>();
  readonly changed = output();
  protected readonly here = inject(Here);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly sending = signal(false);

  protected async confirm(drafts: readonly DraftFinding[]): Promise<void> {
    this.sending.set(true);
    try {
      const { confirmed } = await this.api.ask(findingRoutes.confirm, { body: { findings: drafts.map(({ id, version }) => ({ id, version })) } });
      this.toasts.say(confirmed === 1 ? `${drafts[0]?.ref ?? ''} is confirmed.` : `${confirmed} findings are confirmed.`);
    } catch (thrown) {
      this.toasts.say(refusedBy(thrown).sentence);
    } finally {
      this.sending.set(false);
    }
    this.changed.emit();
  }
}
