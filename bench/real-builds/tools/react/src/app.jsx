import { lazy, StrictMode, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { release } from './release.js';
import './style.css';

const Terms = lazy(() => import('./Terms.jsx'));

function Borrow() {
  const [asked, ask] = useState(false);
  return (
    <form id="borrow">
      <h1>Borrow a bicycle</h1>
      <label>Your name <input name="name" /></label>
      <button type="button" onClick={() => ask(true)}>Read the terms</button>
      <small>Version {release}</small>
      {asked && <Suspense fallback="One moment"><Terms /></Suspense>}
    </form>
  );
}

createRoot(document.querySelector('#app')).render(<StrictMode><Borrow /></StrictMode>);
