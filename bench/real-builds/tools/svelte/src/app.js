import { mount } from 'svelte';
import Borrow from './Borrow.svelte';
import './style.css';

const target = document.querySelector('#app');
target.replaceChildren();
mount(Borrow, { target });
