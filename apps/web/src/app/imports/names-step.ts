import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { ImportScreen, NameSettled } from '@followthrough/contracts';
import { Card } from '@followthrough/ui';
import { ImportStore } from './import-store';
import { NamesTable } from './names-table';

/** Who the leads are and which partners are meant: matched where the name says it, decided by the lead where not. */
@Component({
  selector: 'ft-names-step',
  imports: [Card, NamesTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-card class="ft-below" heading="Leads and accountable people" sub="A role or a group can be a lead too. Nobody gets an account or a mail by this.">
      @if (hasContacts()) {
        <div class="ft-checks ft-field"><label><input #contacts type="checkbox" [checked]="one().choices.useContacts" (change)="store.choose(useContacts(contacts.checked))" />Take e-mail addresses and organisations from the contacts in the workbook</label></div>
      }
      <ft-names-table what="people" [names]="one().people" [known]="one().knownPeople" (settled)="save('people', $event)" (rest)="saveRest('people', $event)" />
    </ft-card>
    <ft-card heading="Organisations" sub="The first organisation in a cell is accountable for the action, the others contribute.">
      <ft-names-table what="organisations" [names]="one().organisations" [known]="one().knownOrganisations" (settled)="save('organisations', $event)" (rest)="saveRest('organisations', $event)" />
    </ft-card>
  `,
})
export class NamesStep {
  readonly one = input.required<ImportScreen>();
  protected readonly store = inject(ImportStore);

  protected hasContacts(): boolean {
    return !this.one().choices.useContacts || this.one().people.some((person) => person.contact !== null);
  }

  protected save(which: 'people' | 'organisations', settled: readonly NameSettled[]): void {
    void this.store.choose((now) => {
      const values = new Set(settled.map((one) => one.value));
      const kept = now[which].filter((one) => one.answered && !values.has(one.value)).map(({ value, choice, id, kind }) => ({ value, choice, id, kind }));
      return { [which]: [...kept, ...settled] };
    });
  }

  protected saveRest(which: 'people' | 'organisations', choice: 'create' | 'leave'): void {
    void this.store.choose((now) => ({ [which]: now[which].map((one) => (one.answered ? { value: one.value, choice: one.choice, id: one.id, kind: one.kind } : { value: one.value, choice, id: null, kind: null })) }));
  }

  protected useContacts(useContacts: boolean) {
    return () => ({ useContacts });
  }
}
