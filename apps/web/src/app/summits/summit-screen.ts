import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type SummitPage, summitRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Notice, Segments, Skeleton, UkDate } from '@followthrough/ui';
import { screen } from '../api/screen';
import { HistoryLink } from '../history/public';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { PageTitle } from '../shell/page-title';
import { words } from '../words';
import { AgendaCard } from './agenda-card';
import { AttendanceCard } from './attendance-card';
import { InviteesCard } from './invitees-card';
import { MaterialsCard } from './materials-card';
import { OutcomeCard } from './outcome-card';
import { OutcomeForm } from './outcome-form';
import { SummitDeeds } from './summit-deeds';
import { SummitForm } from './summit-form';

/** One summit: its agenda and people before, everything agreed after; each outcome becomes an action here. */
@Component({
  selector: 'ft-summit-screen',
  imports: [RouterLink, Button, Card, Empty, Failed, Notice, Segments, Skeleton, UkDate, AgendaCard, AttendanceCard, HistoryLink, InviteesCard, MaterialsCard, OutcomeCard, OutcomeForm, SummitDeeds, SummitForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './summit-screen.html',
})
export class SummitScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  private readonly router = inject(Router);
  protected readonly words = words;
  readonly id = input.required<string>();
  /** From the address: which part is open; what is of use at its time when nothing is said. */
  readonly part = input<string>();
  protected readonly summit = screen(summitRoutes.page, () => ({ params: { id: this.id() } }));
  protected readonly mayKeep = computed(() => this.me.may('summit.keep'));
  /** A published record stays as it is. */
  protected readonly mayChange = computed(() => this.mayKeep() && this.summit.value()?.state !== 'published');
  protected readonly editing = signal(false);
  protected readonly recording = signal(false);
  protected readonly view = computed<'prepare' | 'outcomes'>(() => {
    const part = this.part();
    if (part === 'prepare' || part === 'outcomes') return part;
    const { state, outcomes = [] } = this.summit.value() ?? {};
    return outcomes.length === 0 && (state === 'draft' || state === 'open') ? 'prepare' : 'outcomes';
  });
  protected readonly views = computed(() => [
    { value: 'prepare', label: 'Agenda and people' },
    { value: 'outcomes', label: `Outcomes ${this.summit.value()?.outcomes.length ?? 0}` },
  ]);
  protected readonly says = computed(() => {
    const outcomes = this.summit.value()?.outcomes ?? [];
    const without = outcomes.filter((one) => one.actions.length === 0 && !one.noAction).length;
    return outcomes.length === 0 ? '' : `${outcomes.length} ${outcomes.length === 1 ? 'outcome' : 'outcomes'}, ${without === 0 ? 'all settled' : `${without} with no action`}.`;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const summit = this.summit.value();
      if (summit) title.say(summit.title);
    });
  }

  protected show(part: string): void {
    void this.router.navigate([], { queryParams: { part }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected edited(fresh: SummitPage | null): void {
    this.editing.set(false);
    if (fresh) this.summit.set(fresh);
    setTimeout(() => document.getElementById('edit-summit')?.focus());
  }

  protected recorded(fresh: SummitPage | null): void {
    this.recording.set(false);
    if (fresh) this.summit.set(fresh);
    setTimeout(() => document.getElementById('record-outcome')?.focus());
  }
}
