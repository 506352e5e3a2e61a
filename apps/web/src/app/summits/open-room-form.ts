import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { OpenRoom } from '@followthrough/contracts';
import { CheckField, SelectField } from '@followthrough/ui';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { choicesOf, words } from '../words';
import { RoomStore } from './room-store';

/** Opens a summit's room: from then on people can come in with its code. */
@Component({
  selector: 'ft-open-room-form',
  imports: [FormField, CheckField, SelectField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Open the room" [mayLeave]="false" (send)="open()">
      <ft-select-field [formField]="form.tree.names" [choices]="namings" />
      <ft-check-field [formField]="form.tree.takesQuestions" />
      <ft-check-field [formField]="form.tree.checksQuestions" />
    </ft-form>
  `,
})
export class OpenRoomForm {
  private readonly store = inject(RoomStore);
  protected readonly namings = choicesOf(words.naming);
  protected readonly form = new ContractForm(OpenRoom, { names: 'either', takesQuestions: true, checksQuestions: true });

  protected async open(): Promise<void> {
    await this.form.submit((body) => this.store.open(body));
  }
}
