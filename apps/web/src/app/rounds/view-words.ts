import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { fieldsOf, PartnerView } from '@followthrough/contracts';

const LABELS = fieldsOf(PartnerView);

/** One view, its three parts under the questions that they answer. */
@Component({
  selector: 'ft-view-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-view' },
  template: `
    <dl>
      @for (part of parts; track part) { <div><dt>{{ label(part) }}</dt><dd class="ft-prose" [class.ft-view__cause]="part === 'cause'">{{ view()[part] }}</dd></div> }
    </dl>
  `,
})
export class ViewWords {
  readonly view = input.required<PartnerView>();
  protected readonly parts = ['symptom', 'why', 'cause'] as const;
  protected readonly label = (part: string): string => LABELS.get(part)?.label ?? '';
}
