import { ChangeDetectionStrategy, Component, inject, Injector, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { type FileItem, type Material, materialRoutes, NewMaterial, type SummitPage } from '@followthrough/contracts';
import { Button, Card, Empty, TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { AttachFile, FileLink } from '../files/public';

/** What to read before, and what is shown: files and links. */
@Component({
  selector: 'ft-materials-card',
  imports: [FormField, Button, Card, Empty, TextField, FormFrame, AttachFile, FileLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card heading="Materials">
      @if (mayKeep() && !adding()) { <button deeds type="button" id="add-material" ftButton [small]="true" (click)="begin()">Add a file or a link</button> }
      @if (adding(); as form) {
        <ft-attach-file (attached)="attach($event)" />
        <h3>Or a link</h3>
        <ft-form [form]="form" says="Add the link" (send)="save()" (leave)="leave()">
          <ft-text-field [formField]="form.tree.title" />
          <ft-text-field [formField]="form.tree.url" [needed]="true" />
        </ft-form>
      }
      <ul class="ft-work">
        @for (one of summit().materials; track one.id) {
          <li class="ft-invitee">
            <div class="ft-breaks">@if (one.file; as file) { @if (one.title !== file.name) { {{ one.title }}: } <ft-file-link [file]="file" /> } @else { <a [href]="one.url" target="_blank" rel="noopener noreferrer">{{ one.title }}<span class="nhsuk-u-visually-hidden"> (opens elsewhere)</span></a> }</div>
            @if (mayKeep()) { <button type="button" ftButton="quiet" [small]="true" (click)="remove(one)">Remove<span class="nhsuk-u-visually-hidden"> {{ one.title }}</span></button> }
          </li>
        } @empty {
          @if (!adding()) { <li><ft-empty heading="No materials yet">@if (mayKeep()) { Add the review, the slides, what others did. }</ft-empty></li> }
        }
      </ul>
    </ft-card>
  `,
})
export class MaterialsCard {
  readonly summit = input.required<SummitPage>();
  readonly mayKeep = input(false);
  readonly changed = output<SummitPage>();
  private readonly api = inject(Api);
  private readonly deed = deeds();
  private readonly injector = inject(Injector);
  protected readonly adding = signal<ContractForm<NewMaterial> | null>(null);

  protected begin(): void {
    this.adding.set(new ContractForm(NewMaterial, {}, { injector: this.injector }));
  }

  protected async attach({ id: fileId, name: title }: FileItem): Promise<void> {
    await this.ask(() => this.api.ask(materialRoutes.add, { params: { id: this.summit().id }, body: { title, fileId } }));
    this.leave();
  }

  protected async save(): Promise<void> {
    let fresh: SummitPage | null = null;
    if (!(await this.adding()?.submit(async (body) => (fresh = await this.api.ask(materialRoutes.add, { params: { id: this.summit().id }, body }))))) return;
    if (fresh) this.changed.emit(fresh);
    this.leave();
  }

  protected leave(): void {
    this.adding.set(null);
    setTimeout(() => document.getElementById('add-material')?.focus());
  }

  protected remove({ id }: Material): Promise<void> {
    return this.ask(() => this.api.ask(materialRoutes.remove, { params: { id } }));
  }

  private async ask(deed: () => Promise<SummitPage>): Promise<void> {
    await this.deed(async () => {
      this.changed.emit(await deed());
    });
  }
}
