import { Component } from '@angular/core';

@Component({
  selector: 'rent-terms',
  template: '<section>Bring the bicycle back clean, with both wheels.</section>',
})
export class Terms {}
