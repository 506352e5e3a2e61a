import fc from 'fast-check';
import { agendaTimes, checkOrder, lengthInWords, minutesOf } from './agenda';

describe('agenda', () => {
  it('says when each item starts and ends, one after the other, also past midnight', () => {
    expect(agendaTimes('09:30', [{ minutes: 20 }, { minutes: 45 }])).toEqual([{ startsAt: '09:30', endsAt: '09:50' }, { startsAt: '09:50', endsAt: '10:35' }]);
    expect(agendaTimes('23:30', [{ minutes: 60 }])).toEqual([{ startsAt: '23:30', endsAt: '00:30' }]);
    expect(agendaTimes(null, [{ minutes: 20 }])).toEqual([null]);
  });

  it('leaves no gap and loses no minute', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 480 }) }), { minLength: 1, maxLength: 100 }), fc.integer({ min: 0, max: 1_439 }), (items, start) => {
        const inMinutes = (time: string | undefined) => Number(time?.slice(0, 2)) * 60 + Number(time?.slice(3));
        const said = `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`;
        const times = agendaTimes(said, items);
        expect(times[0]?.startsAt).toBe(said);
        times.forEach((one, at) => at > 0 && expect(one?.startsAt).toBe(times[at - 1]?.endsAt));
        expect(inMinutes(times.at(-1)?.endsAt)).toBe((start + minutesOf(items)) % 1_440);
      }),
    );
  });

  it('says lengths as people do', () => {
    expect([5, 60, 135, 0].map(lengthInWords)).toEqual(['5 min', '1 h', '2 h 15 min', '0 min']);
  });

  it('takes an order only when it has every item once', () => {
    expect(checkOrder(['a', 'b'], ['b', 'a'])).toEqual([]);
    for (const wanted of [['a'], ['a', 'a'], ['a', 'c'], ['a', 'b', 'b'], []]) expect(checkOrder(['a', 'b'], wanted)).toMatchObject([{ field: 'ids' }]);
  });
});
