import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Bars } from './bars';
import { type Sorting, SortHeader } from './sort-header';
import { StackedBar } from './stacked-bar';
import { StatusTag } from './status-tag';

@Component({
  imports: [Bars, SortHeader, StackedBar, StatusTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ft-status word="Some issues" colour="amber" mark="triangle" />
    <table>
      <thead><tr><th ftSort="due" [sorting]="sorting()" (sort)="sorting.set($event)">Due</th></tr></thead>
    </table>
    <ft-stacked-bar label="Delivery" [parts]="parts" />
    <ft-bars label="Why" [parts]="parts" />
  `,
})
class Host {
  readonly sorting = signal<Sorting | null>(null);
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

  it('name each part of a whole with its number and lead to its list, and leave out what is none', () => {
    const parts = [...root().querySelectorAll('ft-stacked-bar li')].map((one) => one.textContent.trim());
    expect(parts[0]).toBe('On track: 24');
    expect(parts).toHaveLength(2);
    expect(root().querySelector('ft-stacked-bar a')?.getAttribute('href')).toBe('/plan?status=on_track');
  });

  it('draw names with their numbers, the longest at full width', () => {
    const bars = [...root().querySelectorAll('ft-bars li')];
    expect(bars.map((one) => one.textContent.replace(/\s+/g, ''))).toEqual(['Ontrack24', 'Offtrack0', 'Atrisk12']);
    expect(bars.map((one) => one.querySelector<HTMLElement>('.ft-bars__bar')?.style.width)).toEqual(['100%', '0%', '50%']);
  });
});
