import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { type FileItem, fileRoutes, LARGEST_ATTACHMENT } from '@followthrough/contracts';
import { FileDrop } from '@followthrough/ui';
import { Api } from '../api/api';
import { refusedBy } from '../api/refused';

/** Keeps a file and says what it became. Whoever uses this attaches it to something by its id. */
@Component({
  selector: 'ft-attach-file',
  imports: [FileDrop],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-file-drop [label]="label()" [small]="true" [busy]="busy()" [refused]="refused()" (chosen)="attach($event)">
      PDF, picture, text, Word, Excel, PowerPoint or OpenDocument, up to 20 MB. <b>No patient data.</b>
    </ft-file-drop>
  `,
})
export class AttachFile {
  readonly label = input('Attach a file: choose it, or drop it here');
  readonly attached = output<FileItem>();
  private readonly api = inject(Api);
  protected readonly busy = signal('');
  protected readonly refused = signal('');

  protected async attach(file: File): Promise<void> {
    this.refused.set('');
    if (file.size > LARGEST_ATTACHMENT) return this.refused.set(`${file.name} is larger than 20 MB.`);
    if (file.size === 0) return this.refused.set(`${file.name} is empty.`);
    this.busy.set(`Attaching ${file.name} …`);
    try {
      this.attached.emit(await this.api.ask(fileRoutes.attach, { file }));
    } catch (thrown) {
      const { sentence } = refusedBy(thrown);
      this.refused.set(`${file.name}: ${sentence}`);
    } finally {
      this.busy.set('');
    }
  }
}
