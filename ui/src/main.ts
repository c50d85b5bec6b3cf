import { mount } from 'svelte';
import App from './App.svelte';
import { followTheSystem, wear } from './look';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/chart.css';

wear(null);
followTheSystem();
mount(App, { target: document.body });
