import type { Routes } from '@angular/router';
import { SkillsScreen } from './skills-screen';

export const skillsRoutes: Routes = [{ path: '', title: 'Skills', component: SkillsScreen }];
