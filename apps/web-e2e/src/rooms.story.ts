import { routes } from '@followthrough/contracts';
import type { Page } from 'playwright-core';
import { field, openTheatre, shots, type Theatre } from './harness';

const { rooms, questions, polls } = routes;

describe('a summit in the hand', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  const comeIn = async (page: Page, code: string, name: string) => {
    await page.goto('/join');
    await page.getByLabel('The code on the wall').fill(`${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase());
    await page.getByRole('button', { name: 'Join' }).click();
    await field(page, 'Your name').fill(name);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('Connected').waitFor();
  };

  it('lets two people join by code, ask, vote and answer polls, one of them through a lost connection', async () => {
    const lead = await theatre.stage.person(['lead']);
    const { id: summitId } = await lead.ask(routes.summits.add, { body: { title: 'Winter leaders’ summit', heldOn: '2026-06-10' } });
    const { room } = await lead.ask(rooms.open, { params: { id: summitId }, body: { names: 'either', takesQuestions: true, checksQuestions: false } });
    const asked = () => lead.ask(rooms.page, { params: { id: summitId } });

    const one = await theatre.nobody('phone');
    await one.goto('/join');
    await one.getByRole('button', { name: 'Join' }).click();
    await one.getByText('A code has eight letters and figures').waitFor();
    await shots(one, 'join-code');
    await one.goto('/join/ZZZZZZZZ');
    await one.getByText('No summit has the code ZZZZZZZZ.').waitFor();
    await one.goto(`/join/${room.code}`);
    await field(one, 'Your name').waitFor();
    await shots(one, 'join-door');
    await comeIn(one, room.code, 'Robin Guest');
    await one.getByText('Nobody has asked anything yet.').waitFor();

    const two = await theatre.nobody('phone');
    await comeIn(two, room.code, 'Sasha Guest');
    await field(two, 'Ask a question').fill('Who decides when somebody can go home at the weekend?');
    await two.getByRole('button', { name: 'Ask', exact: true }).click();
    // It comes to the other phone by itself.
    await one.getByText('Who decides when somebody can go home at the weekend?').waitFor();
    const vote = one.getByRole('listitem').filter({ hasText: 'Who decides' }).getByRole('button', { name: 'Vote for this question' });
    await vote.click();
    await two.getByRole('button', { name: /2\s*votes\. Your own question/ }).waitFor();

    // The network goes: one asks, takes their vote back, gives it again; a poll opens meanwhile.
    await one.context().setOffline(true);
    await one.getByText('No connection. What you do is kept on this phone').waitFor();
    await field(one, 'Ask a question').fill('<b>When</b> does the new team start?');
    await one.getByRole('button', { name: 'Ask', exact: true }).click();
    await one.getByText('waits to be sent', { exact: true }).waitFor();
    await vote.click();
    await vote.click();
    await shots(one, 'phone-offline');
    const prepared = await lead.ask(polls.add, { params: { id: summitId }, body: { question: 'What should we do first?', kind: 'ranking', options: ['One discharge team', 'Weekend brokerage', 'More home care'], isSecret: false, showsLive: true } });
    await lead.ask(polls.open, { params: { id: prepared.id } });
    await two.getByRole('heading', { name: 'What should we do first?' }).waitFor();
    expect((await asked()).questions).toHaveLength(1);

    await one.context().setOffline(false);
    await one.getByText('Connected').waitFor();
    await two.getByText('<b>When</b> does the new team start?').waitFor();
    await one.getByText('waits to be sent', { exact: true }).waitFor({ state: 'detached' });
    await one.getByRole('heading', { name: 'What should we do first?' }).waitFor();
    expect((await asked()).questions.map(({ text, votes }) => `${votes} ${text}`).sort()).toEqual(['1 <b>When</b> does the new team start?', '2 Who decides when somebody can go home at the weekend?']);

    for (const choice of ['Weekend brokerage', 'One discharge team', 'More home care']) await one.getByRole('button', { name: choice }).click();
    await shots(one, 'phone-ranking');
    await one.getByRole('button', { name: 'Vote', exact: true }).click();
    await one.getByText('You have voted: Weekend brokerage, One discharge team, More home care.').waitFor();
    await two.getByRole('button', { name: 'One discharge team' }).click();
    await two.getByRole('button', { name: 'Vote', exact: true }).click();
    await two.getByRole('listitem').filter({ hasText: 'One discharge team' }).getByText('5', { exact: true }).waitFor();
    await lead.ask(polls.close, { params: { id: prepared.id } });
    await one.getByText('Closed. 2 people voted.').waitFor();
    await shots(one, 'phone-result');

    // Answered and closed reach the phones as they happen; nothing can be asked any more.
    const first = (await asked()).questions.find(({ votes }) => votes === 2);
    await lead.ask(questions.moderate, { params: { id: first?.id ?? '' }, body: { state: 'answered', version: first?.version ?? 1 } });
    await two.getByText('answered', { exact: true }).waitFor();
    await lead.ask(rooms.close, { params: { id: summitId } });
    await two.getByText('This summit has closed. Thank you for taking part.').waitFor();
    expect(await two.getByRole('button', { name: 'Ask', exact: true }).count()).toBe(0);
  });

  it('shares one connection among the tabs of a browser, and keeps a secret vote on the device that cast it', async () => {
    const lead = await theatre.stage.person(['lead']);
    const { id: summitId } = await lead.ask(routes.summits.add, { body: { title: 'Second summit', heldOn: '2026-06-11' } });
    const { room } = await lead.ask(rooms.open, { params: { id: summitId }, body: { names: 'anonymous', takesQuestions: true, checksQuestions: true } });
    const { id } = await lead.ask(polls.add, { params: { id: summitId }, body: { question: 'How confident are you in this plan?', kind: 'confidence', options: [], isSecret: true, showsLive: false } });
    await lead.ask(polls.open, { params: { id } });
    const page = await theatre.nobody('phone');
    await page.goto(`/join/${room.code}`);
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('Connected').waitFor();
    const tab = await page.context().newPage();
    const streams: string[] = [];
    tab.on('request', (request) => request.url().includes('/changes') && streams.push(request.url()));
    await tab.goto(`/join/${room.code}`);
    await tab.getByRole('heading', { name: 'How confident are you in this plan?' }).waitFor();
    await page.getByRole('button', { name: '4', exact: true }).click();
    await shots(page, 'phone-confidence');
    await page.getByRole('button', { name: 'Vote', exact: true }).click();
    await page.getByText('You have voted: 4.').waitFor();
    await field(page, 'Ask a question').fill('Is this heard in both tabs?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('with the moderator').waitFor();
    await lead.ask(polls.close, { params: { id } });
    await tab.getByText('Closed. 1 person voted.').waitFor();
    expect(streams).toEqual([]);
    // The tab that listened goes; the other takes over and misses nothing.
    await page.close();
    const [waiting] = (await lead.ask(rooms.page, { params: { id: summitId } })).questions;
    await lead.ask(questions.moderate, { params: { id: waiting?.id ?? '' }, body: { state: 'approved', version: 1 } });
    await tab.getByText('Is this heard in both tabs?').waitFor();
    expect(streams).toHaveLength(1);
  });
});
