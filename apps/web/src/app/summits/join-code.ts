import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { codeShown } from '@followthrough/domain';
import { QrCode } from '@followthrough/ui';

/** How people come in: an address, a code to type, and the same as a picture for their phones. */
@Component({
  selector: 'ft-join-code',
  imports: [QrCode],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-join-code' },
  template: `
    <ft-qr-code [text]="address()" [label]="'QR code of ' + address()" />
    <p>Join at <b>{{ short }}</b><br />with the code <b class="ft-join-code__code">{{ shown() }}</b></p>
  `,
})
export class JoinCode {
  readonly code = input.required<string>();
  protected readonly short = `${location.host}/join`;
  protected readonly address = computed(() => `${location.origin}/join/${this.code()}`);
  protected readonly shown = computed(() => codeShown(this.code()));
}
