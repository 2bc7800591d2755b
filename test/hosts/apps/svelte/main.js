import { mount } from 'svelte';
import 'vorleser/define';
import 'vorleser-espeak-ng';
import Story from './Story.svelte';

mount(Story, { target: document.getElementById('root') });
