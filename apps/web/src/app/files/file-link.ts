import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FileItem, fileRoutes } from '@followthrough/contracts';
import { sizeInWords } from '@followthrough/domain';
import { addressOf } from '../api/address';
import { Here } from '../session/here';

/** An attached file, to save: its name, and how large it is before somebody fetches it on a phone. */
@Component({
  selector: 'ft-file-link',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<a [href]="address()" download>{{ file().name }}</a>&ngsp;<span class="ft-muted">({{ size() }})</span>`,
})
export class FileLink {
  readonly file = input.required<Pick<FileItem, 'id' | 'name' | 'size'>>();
  private readonly here = inject(Here);
  protected readonly address = computed(() => addressOf(fileRoutes.content, { locality: this.here.slug(), id: this.file().id }));
  protected readonly size = computed(() => sizeInWords(this.file().size));
}
