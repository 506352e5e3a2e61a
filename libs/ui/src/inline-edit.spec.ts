import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { InlineEdit } from './inline-edit';

@Component({
  imports: [InlineEdit],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-inline-edit label="the title" [may]="may()" [(editing)]="editing" (save)="saved.set(true)"><span read>Trusted assessor</span><input aria-label="Title" /></ft-inline-edit>`,
})
class Host {
  readonly may = signal(true);
  readonly editing = signal(false);
  readonly saved = signal(false);
}

describe('editing in place', () => {
  let fixture: ComponentFixture<Host>;
  const button = (): HTMLButtonElement | null => fixture.nativeElement.querySelector('.ft-inline__read');
  const later = () => new Promise((resolve) => setTimeout(resolve));
  beforeEach(async () => {
    fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement);
    await fixture.whenStable();
  });
  afterEach(() => fixture.nativeElement.remove());

  it('reads until it is clicked, then has the field with the focus in it', async () => {
    expect(button()?.textContent).toContain('Change the title');
    button()?.click();
    await fixture.whenStable();
    await later();
    expect(document.activeElement).toBe(fixture.nativeElement.querySelector('input'));
  });

  it('leaves it as it was on Escape, with the focus back', async () => {
    button()?.click();
    await fixture.whenStable();
    fixture.nativeElement.querySelector('input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await fixture.whenStable();
    await later();
    expect(fixture.componentInstance.saved()).toBe(false);
    expect(document.activeElement).toBe(button());
  });

  it('asks to save when its form is sent', async () => {
    button()?.click();
    await fixture.whenStable();
    fixture.nativeElement.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
    expect(fixture.componentInstance.saved()).toBe(true);
  });

  it('is only text for those who may not', async () => {
    fixture.componentInstance.may.set(false);
    await fixture.whenStable();
    expect(button()).toBeNull();
    expect(fixture.nativeElement.textContent).toContain('Trusted assessor');
  });
});
