import type { Routes } from '@angular/router';
import { MyLoadScreen } from './my-load-screen';
import { OurPeopleScreen } from './our-people-screen';
import { PersonSupplyScreen } from './person-supply-screen';
import { ProductiveTimeScreen } from './productive-time-screen';

export const myLoadScreens: Routes = [{ path: '', title: 'My load', component: MyLoadScreen }];
export const ourPeopleScreens: Routes = [{ path: '', title: 'Our people', component: OurPeopleScreen }];
export const productiveTimeScreens: Routes = [{ path: '', title: 'Productive time', component: ProductiveTimeScreen }];
export const personSupplyScreens: Routes = [{ path: '', title: 'What somebody can give', component: PersonSupplyScreen }];
