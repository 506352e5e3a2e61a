import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Dialog } from './dialog';

@Component({
  imports: [Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ft-dialog heading="Keys" [(open)]="open" [closesOutside]="closesOutside()"><p>Inside</p></ft-dialog>`,
})
class Host {
  readonly open = signal(false);
  readonly closesOutside = signal(true);
}

describe('a dialog', () => {
  let fixture: ComponentFixture<Host>;
  let dialog: HTMLDialogElement;
  const set = async (change: () => void) => {
    change();
    await fixture.whenStable();
  };
  beforeEach(async () => {
    fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    dialog = fixture.nativeElement.querySelector('dialog');
  });

  it('has nothing in it until it is opened, and is named by its heading', async () => {
    expect(dialog.textContent).not.toContain('Inside');
    await set(() => fixture.componentInstance.open.set(true));
    expect(dialog.open).toBe(true);
    expect(document.getElementById(dialog.getAttribute('aria-labelledby') ?? '') ?? dialog.querySelector('h2')).toHaveProperty('textContent', 'Keys');
  });

  it('closes by its cross, by the browser on Escape, and by a click outside', async () => {
    const { open } = fixture.componentInstance;
    for (const close of [() => dialog.querySelector<HTMLButtonElement>('[aria-label=Close]')?.click(), () => dialog.close(), () => dialog.click()]) {
      await set(() => open.set(true));
      await set(close);
      expect(open()).toBe(false);
      expect(dialog.open).toBe(false);
    }
  });

  it('stays open on a click outside where something typed would be lost', async () => {
    await set(() => (fixture.componentInstance.closesOutside.set(false), fixture.componentInstance.open.set(true)));
    await set(() => dialog.click());
    expect(dialog.open).toBe(true);
  });
});
