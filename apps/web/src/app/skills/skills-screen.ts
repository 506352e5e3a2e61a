import { ChangeDetectionStrategy, Component, computed, inject, Injector, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { NewSkill, type PersonSkills, SkillEdit, type SkillItem, skillRoutes } from '@followthrough/contracts';
import { Button, Card, Empty, Failed, Skeleton, TextField, Toasts } from '@followthrough/ui';
import { Api } from '../api/api';
import { deeds } from '../api/deeds';
import { FormFrame } from '../api/form-frame';
import { ContractForm } from '../api/forms';
import { screen } from '../api/screen';
import { CapacityViews } from '../capacity/public';
import { Me } from '../session/me';
import { levelName, LEVELS } from './levels';

/** The locality's skills, and who has which to what level: what work is matched with people by. */
@Component({
  selector: 'ft-skills',
  imports: [FormField, Button, Card, Empty, Failed, Skeleton, TextField, CapacityViews, FormFrame],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './skills-screen.html',
})
export class SkillsScreen {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly deed = deeds();
  protected readonly me = inject(Me);
  protected readonly levels = LEVELS;
  protected readonly levelName = levelName;
  protected readonly skills = screen(skillRoutes.list, () => ({}), { keep: true });
  protected readonly mayKeep = computed(() => this.me.may('capacity.keep'));
  protected readonly people = screen(skillRoutes.people, () => (this.mayKeep() ? {} : undefined));
  protected readonly adding = new ContractForm(NewSkill);
  protected readonly renaming = signal<{ readonly id: string; readonly form: ContractForm<SkillEdit> } | null>(null);
  /** What part of a name is looked for; and the person whose skills are open. */
  protected readonly looked = signal('');
  protected readonly chosen = signal<string | null>(null);
  protected readonly found = computed(() => {
    const words = this.looked().trim().toLowerCase();
    return (this.people.value()?.items ?? []).filter((one) => words === '' || one.name.toLowerCase().includes(words) || (one.organisationName ?? '').toLowerCase().includes(words)).slice(0, 100);
  });
  private readonly injector = inject(Injector);

  protected async add(): Promise<void> {
    if (await this.adding.submit((body) => this.skills.take(this.api.ask(skillRoutes.add, { body })))) {
      this.adding.reset();
      this.toasts.say('Skill added.');
    }
  }

  protected begin(one: SkillItem): void {
    this.renaming.set({ id: one.id, form: new ContractForm(SkillEdit, one, { injector: this.injector }) });
  }

  protected async rename(id: string, form: ContractForm<SkillEdit>): Promise<void> {
    if (await form.submit((body) => this.skills.take(this.api.ask(skillRoutes.edit, { params: { id }, body })))) this.renaming.set(null);
  }

  protected withdraw({ id, name }: SkillItem): Promise<void> {
    return this.deed(async () => {
      await this.skills.take(this.api.ask(skillRoutes.withdraw, { params: { id } }));
      this.toasts.say(`“${name}” is taken out of the list.`, () => void this.deed(() => this.skills.take(this.api.ask(skillRoutes.restore, { params: { id } }))));
    });
  }

  protected levelOf(person: PersonSkills, skill: SkillItem): number | null {
    return person.skills.find((one) => one.skillId === skill.id)?.level ?? null;
  }

  protected hold(person: PersonSkills, skill: SkillItem, said: string): Promise<void> {
    return this.deed(async () => {
      const fresh = await this.api.ask(skillRoutes.hold, { params: { id: person.personId, skill: skill.id }, body: { level: said === '' ? null : Number(said) } });
      this.people.update((all) => ({ items: all.items.map((one) => (one.personId === fresh.personId ? fresh : one)) }));
      this.skills.reload();
    });
  }
}
