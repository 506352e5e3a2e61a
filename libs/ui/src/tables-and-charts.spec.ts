import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Bars } from './bars';
import { LineChart } from './line-chart';
import { Rows } from './rows';
import { type Sorting, SortHeader } from './sort-header';
import { StackedBar } from './stacked-bar';
import { StatusTag } from './status-tag';

@Component({
  imports: [Bars, LineChart, Rows, SortHeader, StackedBar, StatusTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-status word="Some issues" colour="amber" mark="triangle" />
    <table>
      <thead><tr><th ftSort="due" [sorting]="sorting()" (sort)="sorting.set($event)">Due</th></tr></thead>
      <tbody ftRows [rows]="rows()" [height]="40" (nearEnd)="asked.set(asked() + 1)">
        <ng-template let-row let-index="index"><tr class="row"><td>{{ row.id }} at {{ index }}</td></tr></ng-template>
      </tbody>
    </table>
    <ft-stacked-bar label="Delivery" [parts]="parts" />
    <ft-bars label="Why" [parts]="parts" />
    <ft-line-chart label="Late actions" [points]="['Sep', 'Oct', 'Nov']" [series]="[{ label: 'Late', colour: 'red', values: [3, null, 7] }]" />
  `,
})
class Host {
  readonly sorting = signal<Sorting | null>(null);
  readonly rows = signal(Array.from({ length: 20_000 }, (_, id) => ({ id })));
  readonly asked = signal(0);
  readonly parts = [
    { key: 'on', label: 'On track', value: 24, colour: 'green', link: ['/plan'], query: { status: 'on_track' } },
    { key: 'off', label: 'Off track', value: 0, colour: 'red' },
    { key: 'risk', label: 'At risk', value: 12, colour: 'amber' },
  ];
}

describe('tables and charts', () => {
  let fixture: ComponentFixture<Host>;
  const root = (): HTMLElement => fixture.nativeElement as HTMLElement;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
  });

  it('say a status in word, colour and shape', () => {
    const tag = root().querySelector('ft-status');
    expect(tag?.textContent).toBe('Some issues');
    expect(tag?.className).toContain('ft-colour--amber');
    expect(tag?.querySelector('svg path')).not.toBeNull();
  });

  it('sort by a heading, up and then down', async () => {
    const heading = root().querySelector('th');
    const order = async () => {
      heading?.querySelector('button')?.click();
      await fixture.whenStable();
      return heading?.getAttribute('aria-sort');
    };
    expect([await order(), await order(), await order()]).toEqual(['ascending', 'descending', 'ascending']);
  });

  it('draw of 20,000 rows those near the window, keep the height of the rest, and ask for more only near the end', async () => {
    const drawn = root().querySelectorAll('tr.row').length;
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(100);
    expect(root().querySelector<HTMLElement>('.ft-rows__gap td')?.style.height).toBe(`${(20_000 - drawn) * 40}px`);
    expect(fixture.componentInstance.asked()).toBe(0);
    fixture.componentInstance.rows.update((rows) => rows.slice(0, 30));
    await fixture.whenStable();
    expect(fixture.componentInstance.asked()).toBe(1);
  });

  it('name each part of a whole with its number and lead to its list, and leave out what is none', () => {
    const parts = [...root().querySelectorAll('ft-stacked-bar li')].map((one) => one.textContent.trim());
    expect(parts[0]).toBe('On track: 24');
    expect(parts).toHaveLength(2);
    expect(root().querySelector('ft-stacked-bar a')?.getAttribute('href')).toBe('/plan?status=on_track');
  });

  it('have the same figures in a table, with what is not known said so and never drawn as zero', () => {
    const rows = [...root().querySelectorAll('ft-line-chart tbody tr')].map((row) => row.textContent.trim().replace(/\s+/g, ' '));
    expect(rows).toEqual(['Sep3', 'Octnot known', 'Nov7']);
    expect(root().querySelector('ft-line-chart path')?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });
});
