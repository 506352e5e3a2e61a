import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** A QR code of an address, drawn here: no picture is fetched from anywhere. The same address stands beside it as text. */
@Component({
  selector: 'ft-qr-code',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-qr' },
  template: `<svg role="img" [attr.aria-label]="label()" [attr.viewBox]="'0 0 ' + code().size + ' ' + code().size" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff" /><path [attr.d]="path()" fill="#000" /></svg>`,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  /** A quarter may be covered or glare; four modules of white round it, as readers expect. */
  protected readonly code = computed(() => encode(this.text(), { ecc: 'Q', border: 4 }));
  protected readonly path = computed(() => this.code().data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''));
}
