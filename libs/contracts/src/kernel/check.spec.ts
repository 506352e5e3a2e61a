import fc from 'fast-check';
import { check, checkQuery } from './check';
import { draft, omit, partial, pick } from './derive';
import { CalendarDate, Email, Flag, Id, Inside, Instant, Json, Month, OneOf, Prose, Quantity, Text } from './fields';
import { fieldsOf } from './shape';

class Leg {
  @Text('Name', { max: 10 }) name: string;
}

class Thing {
  @Id('Id') id: string;
  @Text('Title', { max: 20 }) title: string;
  @Prose('Note', { nullable: true }) note: string | null;
  @CalendarDate('Due', { nullable: true }) dueOn: string | null;
  @OneOf('Kind', ['a', 'b']) kind: 'a' | 'b';
  @Quantity('Days', { places: 1, max: 100, nullable: true }) days: number | null;
  @Inside('Legs', () => Leg, { many: 3 }) legs: Leg[];
}

const good = { id: '0197a8b2-0000-7000-8000-000000000001', title: 'A table', note: null, dueOn: '2028-02-29', kind: 'a', days: 1.5, legs: [{ name: 'left' }] };
const codes = (said: unknown) => check(Thing, said).refusals?.map((one) => `${one.field} ${one.code}`);

describe('checking what was said against a contract', () => {
  it('takes what fits, trims text and reads empty text as none', () => {
    expect(check(Thing, { ...good, title: '  A table ', note: '  ' }).value).toMatchObject({ title: 'A table', note: null });
  });

  it.each([
    ['an unknown key', { ...good, colour: 'red' }, ['colour unknown_field']],
    ['a missing key', { ...good, title: undefined }, ['title required']],
    ['text that is only spaces', { ...good, title: '   ' }, ['title required']],
    ['text that is too long', { ...good, title: 'x'.repeat(21) }, ['title too_long']],
    ['NUL in text', { ...good, title: 'a\u0000b' }, ['title malformed']],
    ['half of a surrogate pair', { ...good, title: 'a\ud800' }, ['title malformed']],
    ['a number for text', { ...good, title: 7 }, ['title wrong_type']],
    ['a day that is not there', { ...good, dueOn: '2027-02-29' }, ['dueOn malformed']],
    ['a word that is not in the list', { ...good, kind: 'c' }, ['kind not_allowed']],
    ['too many decimal places', { ...good, days: 1.25 }, ['days wrong_type']],
    ['a number out of range', { ...good, days: 101 }, ['days too_large']],
    ['not a number', { ...good, days: Number.NaN }, ['days wrong_type']],
    ['an id with capitals', { ...good, id: good.id.toUpperCase().replace('8', 'A') }, ['id malformed']],
    ['something wrong inside a list', { ...good, legs: [{ name: 'ok' }, { name: '' }] }, ['legs.1.name required']],
    ['a list that is too long', { ...good, legs: Array.from({ length: 4 }, () => ({ name: 'x' })) }, ['legs too_many']],
    ['text for a list', { ...good, legs: 'left' }, ['legs wrong_type']],
    ['a list for the whole', [good], [' wrong_type']],
    ['nothing at all', null, [' wrong_type']],
  ])('refuses %s at its field', (_, said, refusals) => {
    expect(codes(said)).toEqual(refusals);
  });

  it('says sentences that name the field as people know it', () => {
    expect(check(Thing, { ...good, title: 'x'.repeat(21) }).refusals?.[0]?.message).toBe('Title must be 20 characters or fewer');
  });

  it('says that something is needed where nothing was said, and never that it is wrong', () => {
    class Asked {
      @Id('Approved by') boardId: string;
      @CalendarDate('Approved on') approvedOn: string;
      @OneOf('Horizon', ['quick', 'deep']) horizon: 'quick' | 'deep';
      @Quantity('Days') days: number;
      @OneOf('How is it going?', ['well', 'badly']) status: 'well' | 'badly';
    }
    const needed = ['Approved by is needed', 'Approved on is needed', 'Horizon is needed', 'Days is needed', 'How is it going? An answer is needed'];
    for (const nothing of [undefined, null, '']) {
      const refusals = check(Asked, Object.fromEntries(['boardId', 'approvedOn', 'horizon', 'days', 'status'].map((key) => [key, nothing]))).refusals;
      expect(refusals?.map((one) => one.message)).toEqual(needed);
      expect(new Set(refusals?.map((one) => one.code))).toEqual(new Set(['required']));
    }
    expect(check(Asked, { boardId: 'x', approvedOn: '2026-02-30', horizon: 'wide', days: 1, status: 'well' }).refusals?.map((one) => one.message)).toEqual(['Approved by is not one that we know', 'Approved on must be a real date, like 2026-11-21', 'Horizon must be one of: quick, deep']);
    expect(check(pick(Thing, 'legs'), { legs: [{}] }).refusals?.map((one) => one.message)).toEqual(['Name is needed']);
  });

  it('says the same of nothing at all, however often it is asked', () => {
    const optional = partial(Thing);
    for (const turn of [1, 2, 3]) {
      expect([turn, check(optional, {}).refusals]).toEqual([turn, undefined]);
      expect([turn, check(optional, { title: 7 }).refusals?.map((one) => one.field)]).toEqual([turn, ['title']]);
      expect([turn, check(Thing, {}).refusals?.length]).not.toEqual([turn, undefined]);
      expect([turn, check(optional, { nonsense: 1 }).refusals?.map((one) => one.code)]).toEqual([turn, ['unknown_field']]);
    }
  });

  it('never throws and never lets an unknown key through, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), (said) => {
        const { value } = check(Thing, said);
        if (value) expect(Object.keys(value).every((key) => fieldsOf(Thing).has(key))).toBe(true);
      }),
    );
    expect(codes(JSON.parse('{"__proto__": {"title": "x"}}'))).toContain('__proto__ unknown_field');
  });
});

describe('checking a query string', () => {
  class Question {
    @Quantity('Page size', { optional: true, max: 100 }) limit?: number;
    @Flag('Overdue', { optional: true }) overdue?: boolean;
    @OneOf('Status', ['x', 'y'], { optional: true, many: 2 }) status?: string[];
    @Month('Month', { optional: true }) month?: string;
    @Email('E-mail', { optional: true }) email?: string;
    @Instant('Since', { optional: true }) since?: string;
    @Json('Data', { optional: true }) data?: unknown;
  }

  it('reads numbers, flags and lists from text', () => {
    expect(checkQuery(Question, { limit: '20', overdue: 'true', status: 'x', month: '2026-11', since: '2026-11-21T10:00:00Z' }).value).toMatchObject({ limit: 20, overdue: true, status: ['x'] });
  });

  it('refuses a repeated key, and text that is no number, flag, month or moment', () => {
    expect(checkQuery(Question, { limit: ['1', '2'] }).refusals).toMatchObject([{ field: 'limit', code: 'repeated' }]);
    expect(checkQuery(Question, { limit: '1e9x', overdue: 'yes', month: '2026-13', since: 'now', email: 'nobody' }).refusals).toHaveLength(5);
  });
});

describe('deriving one contract from another', () => {
  it('keeps the rules of the fields it keeps', () => {
    const Part = pick(Thing, 'title', 'kind');
    expect([...fieldsOf(Part).keys()]).toEqual(['title', 'kind']);
    expect(check(Part, { title: '', kind: 'a' }).refusals).toMatchObject([{ field: 'title', code: 'required' }]);
  });

  it('lets an edit leave anything out, and a draft only what may be null', () => {
    expect(check(partial(Thing), {}).refusals).toBeUndefined();
    expect(check(draft(omit(Thing, 'id')), {}).refusals?.map((one) => one.field)).toEqual(['title', 'kind', 'legs']);
  });
});
