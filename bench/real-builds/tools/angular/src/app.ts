import { Component, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { Terms } from './terms';

@Component({
  selector: 'borrow-form',
  imports: [Terms],
  template: `
    <form id="borrow">
      <h1>Borrow a bicycle</h1>
      <label>Your name <input name="name"></label>
      <button type="button" #button>Read the terms</button>
      @defer (on interaction(button)) { <rent-terms /> }
    </form>
  `,
})
class Borrow {}

bootstrapApplication(Borrow, { providers: [provideZonelessChangeDetection()] });
