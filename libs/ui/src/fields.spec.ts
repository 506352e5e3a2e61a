import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { form, FormField, maxLength, metadata, required } from '@angular/forms/signals';
import { ChecksField } from './checks-field';
import { DateField } from './date-field';
import { DaysField } from './days-field';
import { FIELD_SHAPE } from './field-shape';
import { NumberField } from './number-field';
import { ProseField } from './prose-field';
import { SelectField } from './select-field';
import { TextField } from './text-field';
import { WordsField } from './words-field';

const choices = [
  { value: 'a', label: 'Council' },
  { value: 'b', label: 'Trust' },
];

@Component({
  imports: [FormField, TextField, ProseField, SelectField, DateField, DaysField, NumberField, ChecksField, WordsField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-text-field [formField]="form.name" />
    <ft-prose-field label="What happened" [formField]="form.story" />
    <ft-select-field label="Kind" [formField]="form.kind" [choices]="choices" />
    <ft-date-field label="Due" [formField]="form.due" />
    <ft-number-field label="Days" [formField]="form.days" />
    <ft-days-field label="Effort" [formField]="form.minutes" />
    <ft-checks-field label="Partners" [formField]="form.partners" [choices]="choices" />
    <ft-text-field label="Why" [needed]="model().kind === 'a'" [formField]="form.why" />
    <ft-words-field label="Other names" [formField]="form.aliases" />
  `,
})
class Host {
  readonly choices = choices;
  readonly model = signal({ name: '', story: '', kind: 'b', due: '2026-11-21', days: null as number | null, minutes: 900 as number | null, partners: ['b'], why: '', aliases: ['ICB'] });
  readonly form = form(this.model, (path) => {
    required(path.name, { message: 'Name is needed' });
    maxLength(path.story, 20, { message: 'What happened must be 20 characters or fewer' });
    metadata(path.name, FIELD_SHAPE, () => ({ label: 'Name', hint: 'As it signs its letters', mayBeEmpty: false }));
    metadata(path.why, FIELD_SHAPE, () => ({ label: 'Why', mayBeEmpty: true }));
    metadata(path.story, FIELD_SHAPE, () => ({ label: 'Ignored', max: 20, mayBeEmpty: true }));
  });
}

describe('fields', () => {
  let fixture: ComponentFixture<Host>;
  const root = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const model = () => fixture.componentInstance.model();
  const labelled = (label: string): HTMLInputElement => {
    const found = [...root().querySelectorAll('label')].find((one) => one.textContent.replace('(optional)', '').trim() === label);
    return (found?.control ?? root().querySelector(`#${found?.htmlFor}`)) as HTMLInputElement;
  };
  const does = async (box: HTMLElement, ...events: readonly Event[]) => {
    for (const event of events) box.dispatchEvent(event);
    await fixture.whenStable();
  };
  const type = (label: string, text: string, event = 'input') => {
    const box = labelled(label);
    box.value = text;
    return does(box, new Event(event, { bubbles: true }));
  };
  beforeEach(async () => {
    fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement);
    await fixture.whenStable();
  });
  afterEach(() => root().remove());

  it('take label and hint from the form, and refuse only once they were left', async () => {
    const box = labelled('Name');
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe('As it signs its letters');
    expect(box.getAttribute('aria-invalid')).toBeNull();
    await does(box, new Event('blur'));
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(box.getAttribute('aria-describedby')?.split(' ').map((id) => document.getElementById(id)?.textContent)).toEqual(['As it signs its letters', 'Error: Name is needed']);
    await type('Name', 'Moor Valley');
    expect(model().name).toBe('Moor Valley');
    expect(box.getAttribute('aria-invalid')).toBeNull();
  });

  it('show nothing new while the pointer is down that left them, so that its click finds what it pressed', async () => {
    const [name, names, due] = [labelled('Name'), labelled('Other names'), labelled('Due')];
    await type('Name', '');
    names.value = 'Board';
    due.value = '3/4/27';
    await does(name, new Event('pointerdown', { bubbles: true }), new Event('blur'));
    await does(names, new Event('blur'));
    await does(due, new Event('change'), new Event('blur'));
    expect([name.getAttribute('aria-invalid'), model().aliases, model().due]).toEqual([null, ['ICB'], '2026-11-21']);
    await does(document.body, new Event('pointerup', { bubbles: true }));
    expect([name.getAttribute('aria-invalid'), model().aliases, model().due]).toEqual(['true', ['ICB', 'Board'], '2027-04-03']);
  });

  it('say that they may be left empty only where no rule needs them as the form stands', async () => {
    const says = () => [labelled('Why').getAttribute('aria-required'), labelled('Why').labels?.[0]?.textContent.trim()];
    expect(says()).toEqual([null, 'Why (optional)']);
    await type('Kind', 'a', 'change');
    expect(says()).toEqual(['true', 'Why']);
    expect(labelled('Name').getAttribute('aria-required')).toBe('true');
  });

  it('count what is left in prose from half on, and never cut it', async () => {
    await type('What happened', 'twelve chars');
    expect(root().textContent).toContain('You have 8 characters left');
    await type('What happened', 'x'.repeat(23));
    expect(root().textContent).toContain('You have 3 characters too many');
    expect(model().story).toHaveLength(23);
  });

  it('read dates day first and show them so', async () => {
    expect(labelled('Due').value).toBe('21/11/2026');
    await type('Due', '1 Mar 27', 'change');
    expect(model().due).toBe('2027-03-01');
    expect(labelled('Due').value).toBe('01/03/2027');
  });

  it('read numbers, nothing as nothing, and what is no number as none, for the form to refuse', async () => {
    await type('Days', '1,234.5');
    expect(model().days).toBe(1234.5);
    await type('Days', 'three');
    expect(labelled('Days').value).toBe('three');
    await type('Days', '');
    expect(model().days).toBeNull();
    await type('Days', 'three');
    expect(model().days).toBeNaN();
    expect(labelled('Days').value).toBe('three');
  });

  it('read days as minutes, as they were typed', async () => {
    expect(labelled('Effort').value).toBe('2');
    await type('Effort', '1.25');
    expect(model().minutes).toBe(563);
    expect(labelled('Effort').value).toBe('1.25');
    await type('Effort', '1,000');
    expect(model().minutes).toBe(450_000);
    await type('Effort', '0.8 FTE');
    expect(model().minutes).toBeNaN();
    expect(labelled('Effort').value).toBe('0.8 FTE');
    await type('Effort', '');
    expect(model().minutes).toBeNull();
    fixture.componentInstance.model.update((all) => ({ ...all, minutes: 675 }));
    await fixture.whenStable();
    expect(labelled('Effort').value).toBe('1.5');
  });

  it('choose one, and any of some', async () => {
    await type('Kind', 'a', 'change');
    labelled('Council').click();
    await fixture.whenStable();
    expect(model()).toMatchObject({ kind: 'a', partners: ['b', 'a'] });
  });

  it('keep a list of words: Enter adds, the cross takes out, what is half typed is kept when left', async () => {
    const box = labelled('Other names');
    box.value = ' the ICB ';
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
    await does(box, enter);
    expect(enter.defaultPrevented).toBe(true);
    expect(model().aliases).toEqual(['ICB', 'the ICB']);
    root().querySelector<HTMLButtonElement>('[aria-label="Take out ICB"]')?.click();
    box.value = 'NHS Northmoor';
    await does(box, new Event('blur'));
    expect(model().aliases).toEqual(['the ICB', 'NHS Northmoor']);
    // With nothing typed, Enter is the form's.
    const again = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
    await does(box, again);
    expect(again.defaultPrevented).toBe(false);
  });
});
