'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';

const Terms = dynamic(() => import('./Terms.jsx'), { ssr: false });

export default function Page() {
  const [asked, ask] = useState(false);
  return (
    <form id="borrow">
      <h1>Borrow a bicycle</h1>
      <label>Your name <input name="name" /></label>
      <button type="button" onClick={() => ask(true)}>Read the terms</button>
      {asked && <Terms />}
    </form>
  );
}
