import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, model, output } from '@angular/core';
import { Router } from '@angular/router';
import { Dialog } from '@followthrough/ui';
import { Here } from '../session/here';
import type { NavigationItem } from './navigation';

/** Go to any screen by a few letters of its name; what is no screen's name is searched for. */
@Component({
  selector: 'ft-palette',
  imports: [Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-dialog heading="Go to" [(open)]="open">
      <div class="ft-palette">
        <input
          #box
          class="ft-input"
          role="combobox"
          aria-label="Screen, ref or words"
          aria-expanded="true"
          aria-controls="ft-palette-list"
          autocomplete="off"
          autofocus
          [attr.aria-activedescendant]="'ft-palette-' + at()"
          (input)="words.set(box.value)"
          (keydown.arrowdown)="move(1, $event)"
          (keydown.arrowup)="move(-1, $event)"
          (keydown.enter)="go(at())"
        />
        <ul id="ft-palette-list" role="listbox" aria-label="Where to">
          @for (choice of choices(); track choice.label; let index = $index) {
            <li role="option" [id]="'ft-palette-' + index" [attr.aria-selected]="index === at()" (click)="go(index)">{{ choice.label }}</li>
          }
        </ul>
      </div>
    </ft-dialog>
  `,
})
export class Palette {
  readonly open = model(false);
  readonly items = input.required<readonly NavigationItem[]>();
  readonly find = output<string>();
  private readonly router = inject(Router);
  private readonly here = inject(Here);
  protected readonly words = linkedSignal({ source: () => this.open(), computation: () => '' });
  protected readonly choices = computed(() => {
    const typed = this.words().trim().toLowerCase();
    const screens = this.items()
      .filter((item) => item.label.toLowerCase().includes(typed))
      .map(({ label, path }) => ({ label, path: path as string | null }));
    return typed ? [...screens, { label: `Search for “${this.words().trim()}”`, path: null }] : screens;
  });
  protected readonly at = linkedSignal({ source: () => this.choices(), computation: () => 0 });

  protected move(by: number, event: Event): void {
    event.preventDefault();
    const many = this.choices().length;
    if (many > 0) this.at.update((at) => (at + by + many) % many);
  }

  protected go(index: number): void {
    const choice = this.choices()[index];
    if (!choice) return;
    const words = this.words();
    this.open.set(false);
    if (choice.path === null) this.find.emit(words);
    else void this.router.navigate(['/', this.here.slug(), ...choice.path.split('/')]);
  }
}
