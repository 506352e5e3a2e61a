import type { Routes } from '@angular/router';
import { ScenarioScreen } from './scenario-screen';
import { ScenariosScreen } from './scenarios-screen';

export const scenarioScreens: Routes = [
  { path: '', title: 'Scenarios', component: ScenariosScreen },
  { path: ':id', title: 'Scenario', component: ScenarioScreen },
];
