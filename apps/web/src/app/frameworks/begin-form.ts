import { ChangeDetectionStrategy, Component, inject, Injector, input, type OnInit, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { FrameworkCopy, type FrameworkItem, FrameworkRenewal, frameworkRoutes } from '@followthrough/contracts';
import { TextField } from '@followthrough/ui';
import { Api } from '../api/api';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { Here } from '../session/here';

/** Begins a draft: a copy under a title of its own, or the next version. It opens at once. */
@Component({
  selector: 'ft-begin-form',
  imports: [FormField, TextField, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (deed() === 'copy') {
      <ft-form [form]="copy" says="Begin the copy" (send)="begin()" (leave)="left.emit()"><ft-text-field [formField]="copy.tree.title" label="What will the copy be called?" /></ft-form>
    } @else {
      <ft-form [form]="renewal" says="Begin the version" (send)="begin()" (leave)="left.emit()"><ft-text-field [formField]="renewal.tree.edition" label="What is the new version called?" [hint]="'The last is ' + framework().edition" /></ft-form>
    }
  `,
})
export class BeginForm implements OnInit {
  readonly framework = input.required<FrameworkItem>();
  readonly deed = input.required<'copy' | 'renew'>();
  /** Nothing was begun. */
  readonly left = output();
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly here = inject(Here);
  protected copy: ContractForm<FrameworkCopy>;
  protected renewal: ContractForm<FrameworkRenewal>;

  ngOnInit(): void {
    this.copy = new ContractForm(FrameworkCopy, { title: `${this.framework().title}, our own` }, { injector: this.injector });
    this.renewal = new ContractForm(FrameworkRenewal, {}, { injector: this.injector });
  }

  protected async begin(): Promise<void> {
    const params = { id: this.framework().id };
    let made: FrameworkItem | undefined;
    const begun =
      this.deed() === 'copy'
        ? await this.copy.submit(async (body) => (made = await this.api.ask(frameworkRoutes.copy, { params, body })))
        : await this.renewal.submit(async (body) => (made = await this.api.ask(frameworkRoutes.renew, { params, body })));
    if (begun && made) await this.router.navigate(['/', this.here.slug(), 'findings', 'frameworks', made.id]);
  }
}
