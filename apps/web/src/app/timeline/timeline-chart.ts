import { afterNextRender, ChangeDetectionStrategy, Component, computed, DestroyRef, effect, type ElementRef, inject, Injector, input, output, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { dayAfter } from '@followthrough/domain';
import { Button, Mark, UkDate, ukDate } from '@followthrough/ui';
import { Moment } from '../past/public';
import { type Axis, dayAt, ticksOf, xOf } from './axis';
import { factsOf, spokenFacts } from './facts';
import { follow } from './follow';
import { firstBelow, HEADING, type Line, ROW, type Row } from './lines';
import { BAR, type Drawn, drawnOf, inDays, waysOf } from './picture';
import { TimelineStore } from './timeline-store';

/** What somebody wants a due date to be: the form says why, and what follows. */
export interface Proposal {
  readonly id: string;
  readonly toOn: string | undefined;
}

interface InSight {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The window moves in steps, so that scrolling alone draws nothing. Beyond its edges so much is drawn already. */
const STEP = { across: 480, down: ROW * 4 } as const;
const BEYOND = { across: 960, down: ROW * 9 } as const;
const HEAD = 76;

/**
 * The picture: rows that stay at the left, days that stay above, and between them bars. It scrolls as the browser scrolls;
 * only what is near its window is in the page. The keys work on the rows' names: their bars are for the eyes, and the table
 * says the same.
 */
@Component({
  selector: 'ft-timeline-chart',
  imports: [RouterLink, Button, Mark, UkDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-time' },
  templateUrl: './timeline-chart.html',
})
export class TimelineChart {
  readonly lines = input.required<readonly Line[]>();
  readonly height = input.required<number>();
  readonly days = input.required<Axis>();
  readonly today = input.required<string>();
  readonly mayMove = input(false);
  readonly propose = output<Proposal>();
  readonly ends = output();
  protected readonly store = inject(TimelineStore);
  protected readonly moment = inject(Moment);
  private readonly injector = inject(Injector);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly corner = viewChild.required<ElementRef<HTMLElement>>('corner');
  protected readonly bar = BAR;
  protected readonly row = ROW;
  protected readonly band = HEADING;

  /** So many pixels there are beside the names. Days fill them, also where the rows do not. */
  private readonly room = signal(0);
  protected readonly axis = computed<Axis>(() => ({ ...this.days(), width: Math.max(this.days().width, this.room()) }));
  /** The row that the keys are on. */
  protected readonly current = signal<string | null>(null);
  protected readonly dragged = signal<{ readonly key: string; readonly days: number } | null>(null);
  private readonly inSight = signal<InSight>({ left: 0, right: 2_000, top: 0, bottom: 1_200 }, { equal: (a, b) => a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom });

  /** All rows, worked out once: while somebody scrolls, rows only come and go. */
  private readonly drawn = computed(() => {
    const words = this.store.first()?.words ?? [];
    const around = { words, today: this.today(), waitsFor: this.store.waitsFor(), opens: this.store.opens() };
    return this.lines().filter((line) => line.kind === 'row').map((line, at) => {
      const { action } = line;
      const isCritical = this.critical().has(action.id);
      const spoken = spokenFacts(factsOf(action, around), isCritical);
      return { ...drawnOf(line, this.axis(), this.today()), place: at + 1, action, isCritical, word: words.find((word) => word.status === action.status), spoken, says: `${action.ref} ${action.title}. ${spoken}` };
    });
  });
  private readonly ways = computed(() => waysOf(this.store.links(), this.drawn()));
  protected readonly critical = computed(() => new Set(this.store.chain().map((one) => one.id)));
  private readonly criticalSteps = computed(() => new Set(this.store.chain().flatMap((one, at, all) => (at === 0 ? [] : [`${all[at - 1]?.id} ${one.id}`]))));
  protected readonly ticks = computed(() => ticksOf(this.axis(), this.inSight().left, this.inSight().right));
  protected readonly now = computed(() => xOf(this.axis(), this.today()) + this.axis().dayWidth / 2);

  protected readonly headings = computed(() => this.near(this.lines()).filter((line) => line.kind === 'heading'));
  protected readonly rows = computed(() => {
    const near = new Set(this.near(this.lines()).map((line) => line.key));
    // Who is in a row by keyboard keeps it, however far away it is.
    return this.drawn().filter(({ row }) => near.has(row.key) || row.key === this.current());
  });
  protected readonly shownWays = computed(() => {
    const { top, bottom } = this.inSight();
    const [picked, steps] = [this.pickedId(), this.criticalSteps()];
    return this.ways().filter((way) => way.bottom >= top && way.top <= bottom).map((way) => ({ ...way, isCritical: steps.has(way.key), isPicked: picked === way.firstId || picked === way.thenId }));
  });
  /** Tab comes to the row that was left, or to the first that is in sight. */
  protected readonly stop = computed(() => (this.rows().some((one) => one.row.key === this.current()) ? this.current() : this.rows()[0]?.row.key));
  protected readonly picked = computed(() => this.rows().find((one) => one.row.key === this.current()));
  protected readonly pickedId = computed(() => this.current()?.split(' ')[0]);
  /** Where the bar would end while it is dragged. */
  protected readonly preview = computed(() => {
    const dragged = this.dragged();
    const one = this.drawn().find(({ row }) => row.key === dragged?.key);
    const due = one?.row.action.dueOn;
    if (!dragged || !one?.bar || !due || dragged.days === 0) return null;
    const [end, by] = [one.bar.x + one.bar.width, dragged.days * this.axis().dayWidth];
    return { x: Math.min(end, end + by), width: Math.abs(by), middle: one.middle, end: end + by, says: `${ukDate(dayAfter(due, dragged.days))}, ${inDays(Math.abs(dragged.days))} ${dragged.days > 0 ? 'later' : 'earlier'}` };
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const scroller = this.scroller().nativeElement;
      const look = (): void => this.look();
      // Not in the template: a scroll that shows nothing new must cost nothing.
      scroller.addEventListener('scroll', look, { passive: true });
      const resized = new ResizeObserver(look);
      resized.observe(scroller);
      destroyed.onDestroy(() => {
        resized.disconnect();
        scroller.removeEventListener('scroll', look);
      });
    });
    // Another question begins at its first row.
    let told = this.store.asked();
    effect(() => {
      const now = this.store.asked();
      if (now === told) return;
      told = now;
      untracked(() => {
        this.current.set(null);
        this.scroller().nativeElement.scrollTop = 0;
      });
    });
    let shown: Axis | undefined;
    effect(() => {
      const axis = this.days();
      untracked(() => afterNextRender(() => {
        if (shown?.scale !== axis.scale) this.begin(axis, shown);
        else if (shown.from !== axis.from) this.scroller().nativeElement.scrollLeft += xOf(axis, shown.from);
        shown = axis;
        this.look();
      }, { injector: this.injector }));
    });
  }

  /** At first where somebody was, or with today at a third of the window; in another scale on the same days as before. */
  private begin(axis: Axis, before: Axis | undefined): void {
    const scroller = this.scroller().nativeElement;
    const room = scroller.clientWidth - this.names();
    const place = this.store.place();
    if (!before && place?.scale === axis.scale) {
      scroller.scrollTo(place.left, place.top);
      return;
    }
    const [day, share] = before ? [dayAt(before, scroller.scrollLeft + room / 2), 1 / 2] : [this.today(), 1 / 3];
    scroller.scrollLeft = xOf(axis, day) - room * share;
  }

  /** What the window shows, in steps. */
  private look(): void {
    const { scrollLeft: left, scrollTop: top, clientWidth, clientHeight } = this.scroller().nativeElement;
    this.room.set(clientWidth - this.names());
    const down = (value: number, step: number): number => Math.floor(value / step) * step;
    const up = (value: number, step: number): number => Math.ceil(value / step) * step;
    this.inSight.set({
      left: down(left - BEYOND.across, STEP.across),
      right: up(left + clientWidth + BEYOND.across, STEP.across),
      top: down(top - BEYOND.down, STEP.down),
      bottom: up(top + clientHeight + BEYOND.down, STEP.down),
    });
    this.store.place.set({ scale: this.axis().scale, left, top });
    if (!this.store.isLast() && top + clientHeight > this.height() - 100 * ROW) this.ends.emit();
  }

  private near(lines: readonly Line[]): readonly Line[] {
    const { top, bottom } = this.inSight();
    return lines.slice(firstBelow(lines, top), firstBelow(lines, bottom) + 1);
  }

  private names(): number {
    return this.corner().nativeElement.offsetWidth;
  }

  /** Goes to the row of an action, brings its bar into the window, and puts the focus there. */
  goTo(id: string): void {
    const row = this.lines().find((line): line is Row => line.kind === 'row' && line.action.id === id);
    if (!row) return;
    const scroller = this.scroller().nativeElement;
    if (row.top < scroller.scrollTop || row.top + ROW > scroller.scrollTop + scroller.clientHeight - HEAD) scroller.scrollTop = row.top - scroller.clientHeight / 3;
    this.pick(row);
  }

  protected pick(row: Row): void {
    this.current.set(row.key);
    const scroller = this.scroller().nativeElement;
    const room = scroller.clientHeight - HEAD;
    if (row.top < scroller.scrollTop) scroller.scrollTop = row.top - HEADING;
    else if (row.top + ROW > scroller.scrollTop + room) scroller.scrollTop = row.top + ROW - room;
    const bar = this.drawn().find((one) => one.row.key === row.key)?.bar;
    const width = scroller.clientWidth - this.names();
    if (bar && (bar.x + bar.width < scroller.scrollLeft + 20 || bar.x + bar.width > scroller.scrollLeft + width - 20)) scroller.scrollLeft = bar.x + bar.width - width * (2 / 3);
    this.look();
    afterNextRender(() => {
      if (this.current() === row.key) this.nameOf(row.key)?.focus({ preventScroll: true });
    }, { injector: this.injector });
  }

  private nameOf(key: string): HTMLElement | undefined {
    return [...this.scroller().nativeElement.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset['key'] === key);
  }

  protected press(event: KeyboardEvent, row: Row): void {
    const { altKey, shiftKey, key } = event;
    if (altKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      event.preventDefault();
      this.say(row, (key === 'ArrowRight' ? 1 : -1) * (shiftKey ? 7 : 1));
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[key];
    if (by === undefined || altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const rows = this.lines().filter((line) => line.kind === 'row');
    // Keys may come faster than the focus goes.
    const at = rows.findIndex((one) => one.key === (this.current() ?? row.key));
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next) this.pick(next);
  }

  private say({ action }: Row, days: number): void {
    if (this.mayMove() && action.isOpen) this.propose.emit({ id: action.id, toOn: action.dueOn ? dayAfter(action.dueOn, days) : undefined });
  }

  /** A bar follows the pointer by whole days. A finger pans instead. */
  protected take(event: PointerEvent, { row, bar }: Drawn): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    event.preventDefault();
    if (!this.mayMove() || !bar || !row.action.isOpen) return;
    follow(event, this.axis().dayWidth, {
      moved: (days) => this.dragged.set(days === null ? null : { key: row.key, days }),
      dropped: (days) => this.say(row, days),
    });
  }
}
