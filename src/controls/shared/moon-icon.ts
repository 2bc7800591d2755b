import { svg } from 'lit';
import { icon } from './icon.js';

export const moonIcon = icon(svg`<path d="M12 3a6 6 0 0 0 9 9 9 9 0 1 1-9-9Z" />`);
