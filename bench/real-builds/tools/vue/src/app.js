import { createApp } from 'vue';
import Borrow from './Borrow.vue';
import './style.css';

createApp(Borrow).mount('#app');
