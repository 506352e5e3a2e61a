import { ChangeDetectionStrategy, Component, inject, Injectable, signal } from '@angular/core';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

/** What has just been done, said once and read out, with a way back where there is one. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private count = 0;
  private readonly all = signal<readonly Toast[]>([]);
  readonly shown = this.all.asReadonly();

  /** What can be undone stays beside what is said next; the rest gives way to it. */
  say(text: string, undo?: () => void): void {
    const id = (this.count += 1);
    this.all.update((all) => [...all.filter((one) => one.undo).slice(-2), undo ? { id, text, undo } : { id, text }]);
    // Long enough to read and reach; WCAG asks that what needs a deed does not vanish at once.
    setTimeout(() => this.put(id), undo ? 20_000 : 7_000);
  }

  put(id: number): void {
    this.all.update((all) => all.filter((one) => one.id !== id));
  }
}

@Component({
  selector: 'ft-toasts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-toasts', role: 'status', 'aria-live': 'polite' },
  template: `
    @for (toast of toasts.shown(); track toast.id) {
      <div>
        <span>{{ toast.text }}</span>
        @if (toast.undo; as undo) { <button type="button" (click)="undo(); toasts.put(toast.id)">Undo</button> }
        <button type="button" [attr.aria-label]="'Dismiss: ' + toast.text" (click)="toasts.put(toast.id)">×</button>
      </div>
    }
  `,
})
export class ToastRegion {
  protected readonly toasts = inject(Toasts);
}
