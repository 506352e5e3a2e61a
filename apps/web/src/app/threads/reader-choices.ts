import { computed, type Signal } from '@angular/core';
import { threadRoutes } from '@followthrough/contracts';
import type { Choice } from '@followthrough/ui';
import { screen } from '../api/screen';

/** Who can be asked to look at a thread, by name and organisation. In an injection context. */
export function readerChoices(): Signal<readonly Choice[]> {
  const readers = screen(threadRoutes.readers);
  return computed(() => (readers.value()?.items ?? []).map(({ id, name }) => ({ value: id, label: name })));
}
