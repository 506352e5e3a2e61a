import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { ComboboxField } from './combobox-field';

@Component({
  imports: [ComboboxField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-combobox-field label="Owner" [choices]="choices" [(value)]="value" />`,
})
class Host {
  readonly choices = [
    { value: 'a', label: 'Amina Patel' },
    { value: 'b', label: 'Ben Archer' },
    { value: 'c', label: 'Cara Patel' },
  ];
  readonly value = signal('b');
}

describe('the combobox', () => {
  let fixture: ComponentFixture<Host>;
  let box: HTMLInputElement;
  const options = () => [...fixture.nativeElement.querySelectorAll('[role=option]')].map((one: HTMLElement) => one.textContent.trim());
  const press = async (key: string) => {
    box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  };
  const type = async (text: string) => {
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  beforeEach(async () => {
    fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    box = fixture.nativeElement.querySelector('[role=combobox]');
    Element.prototype.scrollIntoView = () => undefined;
  });

  it('shows the name chosen, and everybody when opened', async () => {
    expect(box.value).toBe('Ben Archer');
    await press('ArrowDown');
    expect(options()).toEqual(['Amina Patel', 'Ben Archer', 'Cara Patel']);
    expect(box.getAttribute('aria-expanded')).toBe('true');
  });

  it('finds by a part of the name and takes with Enter', async () => {
    await type('patel');
    expect(options()).toEqual(['Amina Patel', 'Cara Patel']);
    await press('ArrowDown');
    await press('Enter');
    expect(fixture.componentInstance.value()).toBe('c');
    expect(box.value).toBe('Cara Patel');
  });

  it('goes back on Escape, and to what it was when half a name is left', async () => {
    await type('Am');
    await press('Escape');
    expect(box.value).toBe('Ben Archer');
    await type('Am');
    box.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect(box.value).toBe('Ben Archer');
    expect(fixture.componentInstance.value()).toBe('b');
  });

  it('takes emptied as none', async () => {
    await type('');
    box.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect(fixture.componentInstance.value()).toBe('');
  });
});
