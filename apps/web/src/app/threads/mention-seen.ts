import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { type MyMention, type MyWork, threadRoutes } from '@followthrough/contracts';
import { Button } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';

/** Says of what somebody brought to me that I have seen it. For My work, which it leaves with that. */
@Component({
  selector: 'ft-mention-seen',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<button type="button" ftButton (click)="seen()">Seen<span class="nhsuk-u-visually-hidden"> what {{ mention().saidByName }} said on {{ mention().ref }}</span></button>`,
})
export class MentionSeen {
  readonly mention = input.required<MyMention>();
  readonly done = output<MyWork>();
  private readonly api = inject(Api);
  private readonly deed = deeds();

  protected seen(): Promise<void> {
    return this.deed(async () => this.done.emit(await this.api.ask(threadRoutes.seen, { params: { id: this.mention().id } })));
  }
}
