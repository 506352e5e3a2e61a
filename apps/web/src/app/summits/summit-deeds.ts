import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type SummitPage, summitRoutes } from '@followthrough/contracts';
import { londonDay, unsettled, whyNot } from '@followthrough/domain';
import { Button, Notice, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { Here } from '../session/here';

const SAID = { open: 'The summit is open.', close: 'The summit is closed.', publish: 'The record is published.' } as const;

/** What comes next for a summit: open it, run it, close it, settle what was agreed, publish the record. */
@Component({
  selector: 'ft-summit-deeds',
  imports: [RouterLink, Button, Notice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (summit().state) {
      @case ('draft') {
        <ft-notice>
          <p><b>Being prepared.</b> Open it on the day, when people come in. A summit that was held without a room can be closed at once.</p>
          <div class="ft-row"><button type="button" ftButton="primary" (click)="step('open')">Open the summit</button> <a ftButton [routerLink]="['/', here.slug(), 'summits', summit().id, 'room']">Prepare the room and its polls</a>&ngsp;<button type="button" ftButton (click)="step('close')">It was held: close it</button></div>
        </ft-notice>
      }
      @case ('open') {
        <ft-notice kind="agreed">
          <p><b>The summit is open.</b> Capture what is agreed as it is said; a moderator keeps the questions and polls.</p>
          <div class="ft-row">
            <a ftButton="primary" [routerLink]="['/', here.slug(), 'summits', summit().id, 'hold']">Capture what is agreed</a>
            <a ftButton [routerLink]="['/', here.slug(), 'summits', summit().id, 'room']">Moderate the room</a>
            <button type="button" ftButton="warning" (click)="step('close')">Close the summit</button>
          </div>
        </ft-notice>
      }
      @case ('closed') {
        <ft-notice [kind]="why() ? 'warned' : 'agreed'">
          <p><b>{{ why() ? 'Not ready to publish.' : 'Ready to publish.' }}</b> {{ why() ?? 'Every outcome has an action or says why none. What is published stays as it is.' }} @if (left() > 0) { Make an action of each, link one that is there, or edit the outcome to say why none follows. }</p>
          <div class="ft-row">
            @if (!why()) { <button type="button" ftButton="primary" (click)="step('publish')">Publish the record</button> }
            <button type="button" ftButton (click)="step('open')">Open it again</button>
          </div>
        </ft-notice>
      }
      @case ('published') {}
    }
  `,
})
export class SummitDeeds {
  readonly summit = input.required<SummitPage>();
  readonly changed = output<SummitPage>();
  protected readonly here = inject(Here);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  protected readonly why = computed(() => whyNot(this.summit(), 'published', londonDay(new Date())));
  protected readonly left = computed(() => unsettled(this.summit().outcomes).length);

  protected async step(to: 'open' | 'close' | 'publish'): Promise<void> {
    const { id, version } = this.summit();
    await this.deed(async () => {
      this.changed.emit(await this.api.ask(summitRoutes[to], { params: { id }, body: { version } }));
      this.toasts.say(SAID[to]);
    });
  }
}
