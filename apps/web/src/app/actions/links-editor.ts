import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { ActionEdit, ActionPage, Choice } from '@followthrough/contracts';
import { Button, Toasts } from '@followthrough/ui';
import { refusedBy } from '../api/refused';
import { Why } from '../api/why';
import { Me } from '../session/me';
import { ActionStore } from './action-store';

const LISTS = {
  contributing: { says: 'Add a contributing organisation', offers: 'organisations', adds: 'addContributing', removes: 'removeContributing' },
  findings: { says: 'Add a finding', offers: 'findings', adds: 'addFindings', removes: 'removeFindings' },
  programmes: { says: 'Link a running programme', offers: 'programmes', adds: 'addProgrammes', removes: 'removeProgrammes' },
  causes: { says: 'Add a cause that it answers', offers: 'causes', adds: 'addCauses', removes: 'removeCauses' },
} as const;
type What = keyof typeof LISTS;

/** A short list that an action points at: contributing organisations, findings, or causes. One is added or taken out at a time, with a way back. */
@Component({
  selector: 'ft-links-editor',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (mayEdit()) {
      @if (adding()) {
        <div class="ft-row">
          <label class="ft-row">{{ label() }}
            <select #box class="ft-input" (keydown.escape)="adding.set(false)">
              <option value="">Choose</option>
              @for (one of left(); track one.id) { <option [value]="one.id">{{ one.name }}</option> }
            </select>
          </label>
          <button type="button" ftButton="primary" [small]="true" (click)="box.value && add(box.value)">Add</button>
          <button type="button" ftButton [small]="true" (click)="adding.set(false)">Cancel</button>
        </div>
      } @else if (left().length > 0) {
        <button type="button" ftButton="quiet" (click)="adding.set(true)">{{ label() }}</button>
      }
    }
  `,
})
export class LinksEditor {
  readonly action = input.required<ActionPage>();
  readonly what = input.required<What>();
  private readonly store = inject(ActionStore);
  private readonly toasts = inject(Toasts);
  private readonly me = inject(Me);
  private readonly why = inject(Why);
  protected readonly mayEdit = computed(() => this.me.may('action.keep'));
  protected readonly adding = signal(false);
  protected readonly label = computed(() => LISTS[this.what()].says);
  protected readonly left = computed<readonly Choice[]>(() => {
    const choices = this.store.choices.value();
    const taken = new Set(this.action()[this.what()].map((one) => one.id));
    return (choices?.[LISTS[this.what()].offers] ?? []).filter((one) => !taken.has(one.id));
  });

  constructor() {
    effect(() => {
      if (this.store.opening() !== this.what()) return;
      untracked(() => {
        this.store.opening.set(null);
        this.adding.set(true);
      });
    });
  }

  protected async add(id: string): Promise<void> {
    if (!(await this.put(id, true))) return;
    this.adding.set(false);
    this.toasts.say('Added.', () => void this.put(id, false));
  }

  async take(id: string): Promise<void> {
    if (await this.put(id, false)) this.toasts.say('Taken out.', () => void this.put(id, true));
  }

  /** True when it was done: not where a reason was asked for and nobody gave one. */
  private async put(id: string, add: boolean): Promise<boolean> {
    try {
      return (await this.why.with((reason) => this.store.edit({ ...this.change(id, add), ...(reason ? { reason } : {}) }))) !== undefined;
    } catch (thrown) {
      this.toasts.say(refusedBy(thrown).sentence);
      return false;
    }
  }

  private change(id: string, add: boolean): ActionEdit {
    const { version } = this.action();
    const { adds, removes } = LISTS[this.what()];
    return { version, [add ? adds : removes]: [id] };
  }
}
