interface Followed {
  /** So many days from where it was taken; null when it was let go. */
  readonly moved: (days: number | null) => void;
  /** Put down on another day. */
  readonly dropped: (days: number) => void;
}

/** Follows a pointer by whole days until it is lifted; Escape lets go and nothing is dropped. */
export function follow({ clientX: from }: PointerEvent, dayWidth: number, { moved, dropped }: Followed): void {
  const over = new AbortController();
  const { signal } = over;
  const daysTo = (x: number): number => Math.round((x - from) / dayWidth);
  const end = (): void => {
    over.abort();
    moved(null);
  };
  window.addEventListener('pointermove', ({ clientX }) => moved(daysTo(clientX)), { signal });
  window.addEventListener('pointerup', ({ clientX }) => {
    end();
    if (daysTo(clientX) !== 0) dropped(daysTo(clientX));
  }, { signal });
  window.addEventListener('pointercancel', end, { signal });
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') end();
  }, { signal });
}
