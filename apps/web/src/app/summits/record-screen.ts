import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { summitRoutes } from '@followthrough/contracts';
import { timelineOf } from '@followthrough/domain';
import { Button, Failed, Skeleton, UkDate, UkTime } from '@followthrough/ui';
import { screen } from '../api/screen';
import { FileLink } from '../files/public';
import { SaidStatus } from '../said-status';
import { Here } from '../session/here';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { Origins } from './origins';
import { PollResult } from './poll-result';

/** The record of a summit, made for paper: who was there, what was asked and voted, what was agreed and became of it, and the day as it went. */
@Component({
  selector: 'ft-record',
  imports: [RouterLink, Button, Failed, Skeleton, UkDate, UkTime, FileLink, SaidStatus, Origins, PollResult],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './record-screen.html',
})
export class RecordScreen {
  protected readonly here = inject(Here);
  protected readonly words = words;
  readonly id = input.required<string>();
  protected readonly record = screen(summitRoutes.record, () => ({ params: { id: this.id() } }));
  /** Where the actions are: said once when it is one plan, else beside each. */
  protected readonly plans = computed(() => [...new Set(this.record.value()?.outcomes.flatMap((outcome) => outcome.actions.map((action) => action.planTitle)))]);
  protected readonly timeline = computed(() => {
    const record = this.record.value();
    return record ? timelineOf(record) : [];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const record = this.record.value();
      if (record) title.say(`Record of ${record.title}`);
    });
  }

  protected print(): void {
    window.print();
  }

  protected names(choices: readonly { readonly name: string }[]): string {
    return choices.map((one) => one.name).join(', ');
  }
}
