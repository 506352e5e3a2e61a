import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { BoardEdit, type BoardItem, boardRoutes, NewBoard } from '@followthrough/contracts';
import { DateField, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';

/** Adds a board. */
@Component({
  selector: 'ft-new-board',
  imports: [FormField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-form [form]="form" says="Add" (send)="add()" (leave)="done.emit(null)"><ft-text-field [formField]="form.tree.name" /></ft-form>`,
})
export class NewBoardForm {
  /** The board; null when none was added. */
  readonly done = output<BoardItem | null>();
  private readonly api = inject(Api);
  protected readonly form = new ContractForm(NewBoard, {}, { draft: 'board.new' });

  protected async add(): Promise<void> {
    let fresh: BoardItem | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(boardRoutes.add, { body })))) this.done.emit(fresh);
  }
}

/** Renames a board, retires it, or brings it back by emptying the day. */
@Component({
  selector: 'ft-board-form',
  imports: [FormField, DateField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-form [form]="form" says="Save" (send)="save()" (leave)="done.emit(null)">
      <ft-text-field [formField]="form.tree.name" hint="Approvals that it gave keep the name it had then" />
      <ft-date-field [formField]="form.tree.retiredOn" />
    </ft-form>
  `,
})
export class BoardForm implements OnInit {
  readonly board = input.required<BoardItem>();
  /** The board as it now is; null when nothing was done. */
  readonly done = output<BoardItem | null>();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  protected form: ContractForm<BoardEdit>;

  ngOnInit(): void {
    const board = this.board();
    this.form = new ContractForm(BoardEdit, board, { injector: this.injector, draft: `board.${board.id}` });
  }

  protected async save(): Promise<void> {
    let fresh: BoardItem | null = null;
    if (await this.form.submit(async (body) => (fresh = await this.api.ask(boardRoutes.edit, { params: { id: this.board().id }, body })))) this.done.emit(fresh);
  }
}
