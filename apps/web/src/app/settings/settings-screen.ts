import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { deedNames, type LocalitySettings, roles, settingsRoutes } from '@followthrough/contracts';
import { access } from '@followthrough/domain';
import { Card, Failed, Skeleton, Toasts } from '@followthrough/ui';
import { LinesCard } from '../assessments/public';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { words } from '../words';
import { LocalityForm } from './locality-form';
import { OutboxCard } from './outbox-card';
import { StatusWordsCard } from './status-words-card';

/** How a locality calls itself and its states, and who may do what in it. */
@Component({
  selector: 'ft-settings',
  imports: [RouterLink, Card, Failed, Skeleton, LinesCard, LocalityForm, OutboxCard, StatusWordsCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './settings-screen.html',
})
export class SettingsScreen {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly settings = screen(settingsRoutes.read);
  protected readonly mayKeep = computed(() => this.me.may('locality.keep'));
  protected readonly mayRead = computed(() => this.me.may('plan.read'));
  protected readonly mayReadHistory = computed(() => this.me.may('audit.read'));
  protected readonly showsMail = computed(() => this.settings.value()?.isDemo === true && this.me.may('people.invite'));
  protected readonly roles = roles;
  protected readonly words = words;
  /** The very table that the server asks. */
  protected readonly rows = Object.entries(access).map(([deed, may]) => ({ deed, says: deedNames[deed as keyof typeof deedNames], may: roles.map((role) => may.includes(role)) }));
  private readonly toasts = inject(Toasts);

  protected saved(settings: LocalitySettings): void {
    this.settings.set(settings);
    this.me.rename(settings);
    this.toasts.say('The locality is saved.');
  }
}
