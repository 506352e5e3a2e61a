import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { GuestPoll } from '@followthrough/contracts';
import { checkBallot } from '@followthrough/domain';
import { Bars, Button } from '@followthrough/ui';

const CONFIDENCE = ['1 not at all', '2', '3', '4', '5 completely'];

/** One poll on the phone: large choices, one button, and the result where it may be seen. */
@Component({
  selector: 'ft-poll-ballot',
  imports: [Bars, Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-card ft-card--accent' },
  templateUrl: './poll-ballot.html',
})
export class PollBallot {
  readonly poll = input.required<GuestPoll>();
  readonly cast = output<number[]>();
  /** Others vote while somebody chooses: what is half chosen stays until what was cast is another. */
  private readonly sent = computed(() => this.poll().mine, { equal: (one, other) => String(one) === String(other) });
  protected readonly chosen = linkedSignal<readonly number[] | null, readonly number[]>({ source: this.sent, computation: (mine) => mine ?? [] });
  protected readonly isChanging = signal(false);
  protected readonly refused = signal('');
  protected readonly choices = computed(() => (this.poll().kind === 'confidence' ? CONFIDENCE.map((label, at) => ({ label, value: at + 1 })) : this.poll().options.map((label, value) => ({ label, value }))));
  protected readonly takesVote = computed(() => this.poll().state === 'open' && (!this.poll().hasVoted || this.isChanging()));
  protected readonly says = computed(() => {
    const { kind, most } = this.poll();
    if (kind === 'ranking') return 'Tap them in your order, best first.';
    if (kind === 'confidence') return 'How confident are you, from 1 to 5?';
    return kind === 'multiple' ? `Choose ${most ? `up to ${most}` : 'as many as you like'}.` : 'Choose one.';
  });
  protected readonly parts = computed(() => this.choices().map(({ label }, at) => ({ key: String(at), label, value: this.poll().result?.[at] ?? 0, colour: '' })));
  protected readonly mine = computed(() => (this.poll().mine ?? []).map((value) => this.choices().find((one) => one.value === value)?.label ?? '').join(', '));
  protected readonly unit = computed(() => (this.poll().kind === 'ranking' ? 'points' : 'votes'));

  protected choose(value: number): void {
    this.refused.set('');
    const { kind } = this.poll();
    if (kind === 'single' || kind === 'confidence') this.chosen.set([value]);
    else this.chosen.update((chosen) => (chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]));
  }

  protected place(value: number): string {
    const at = this.chosen().indexOf(value);
    if (at < 0) return this.poll().kind === 'ranking' ? '·' : '○';
    return this.poll().kind === 'ranking' ? String(at + 1) : '●';
  }

  protected send(): void {
    const [refusal] = checkBallot(this.poll(), this.chosen());
    this.refused.set(refusal?.message ?? '');
    if (refusal) return;
    this.cast.emit([...this.chosen()]);
    this.isChanging.set(false);
  }
}
