import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import { Dialog } from '@followthrough/ui';

/** What the keys do, everywhere. */
const keys: readonly (readonly [string, string])[] = [
  ['/', 'Search by ref or words'],
  ['Ctrl K', 'Go to any screen'],
  ['?', 'This list'],
  ['Tab', 'The next thing that can be used'],
  ['Enter', 'Open, or save the field being edited'],
  ['Ctrl Enter', 'Report an update, and go to the next one'],
  ['Escape', 'Close, or leave a field as it was'],
];

@Component({
  selector: 'ft-keys',
  imports: [Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-dialog heading="Keys" [(open)]="open">
      <dl class="ft-keys">
        @for (key of keys; track key[0]) {
          <dt><kbd>{{ key[0] }}</kbd></dt>
          <dd>{{ key[1] }}</dd>
        }
      </dl>
    </ft-dialog>
  `,
})
export class Keys {
  readonly open = model(false);
  protected readonly keys = keys;
}
