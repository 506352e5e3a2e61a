import type { LadderAction } from '@followthrough/contracts';
import { ladders } from '@followthrough/domain';
import { CARD, pictureOf } from './picture';

const action = (id: string, more: Partial<LadderAction> = {}): LadderAction => ({ id, planId: 'p', ref: id, title: `Action ${id}`, horizon: 'quick_win', status: 'on_track', dueOn: '2027-01-31', dueText: null, overdue: false, ownerName: null, ...more });

it('draws every action once inside the picture, none over another, each under what it opens', () => {
  const actions = [action('t', { horizon: 'deep_rooted' }), ...'abcde'.split('').map((id) => action(id))];
  const [ladder] = ladders(actions, ['at', 'bt', 'ca', 'db', 'et'].map((pair) => ({ firstId: pair[0] ?? '', thenId: pair[1] ?? '', kind: 'enables' as const })));
  if (!ladder) throw new Error('no ladder');
  const { cards, ways, width, height } = pictureOf(ladder);
  expect(cards.map((one) => one.action.id).sort().join('')).toBe('abcdet');
  expect(ways).toHaveLength(5);
  const place = new Map(cards.map((one) => [one.action.id, one]));
  for (const { left, up } of cards) expect(left >= 0 && up >= 0 && left + CARD.width <= width && up + CARD.height <= height).toBe(true);
  for (const one of cards) for (const other of cards) if (one !== other) expect(Math.abs(one.left - other.left) >= CARD.width || Math.abs(one.up - other.up) >= CARD.height).toBe(true);
  for (const { firstId, thenId } of ladder.links) expect(place.get(firstId)?.up ?? 0).toBeGreaterThan(place.get(thenId)?.up ?? 0);
});
