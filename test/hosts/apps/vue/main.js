import { createApp } from 'vue';
import 'vorleser/define';
import 'vorleser-espeak-ng';
import Story from './Story.vue';

createApp(Story).mount('#root');
