import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { type GuestPage, JoinRoom, roomRoutes } from '@followthrough/contracts';
import { codeSaid } from '@followthrough/domain';
import { Button, Card, Failed, Notice, Skeleton, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { Phone } from './phone';

/** The door of a summit: who comes in says as much of themselves as the chair asks for, and then is in. */
@Component({
  selector: 'ft-join',
  imports: [FormField, RouterLink, Button, Card, Failed, Notice, Skeleton, TextField, Phone],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': `isIn() ? 'ft-page ft-phone' : 'ft-page ft-alone'` },
  templateUrl: './join-screen.html',
})
export class JoinScreen {
  /** From the address, as somebody typed it. */
  readonly code = input.required<string>();
  protected readonly canonical = computed(() => codeSaid(this.code()));
  protected readonly door = screen(roomRoutes.doorway, () => ({ params: { codeKey: this.canonical() } }));
  protected readonly form = new ContractForm(JoinRoom);
  /** The first screen, answered to whoever has just come in. */
  protected readonly first = signal<GuestPage | undefined>(undefined);
  protected readonly isIn = computed(() => this.first() !== undefined || (this.door.value()?.isIn ?? false));
  protected readonly nameHint = computed(() => (this.door.value()?.names === 'named' ? 'It stands beside the questions you ask' : 'You can leave this empty, and choose for each question whether your name stands beside it'));
  private readonly api = inject(Api);

  protected async join(): Promise<void> {
    await this.form.submit(async (said) => this.first.set(await this.api.ask(roomRoutes.join, { params: { codeKey: this.canonical() }, body: said })));
  }
}
