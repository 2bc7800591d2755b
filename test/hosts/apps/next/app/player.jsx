'use client';
import 'vorleser-espeak-ng';

export { VorleserPlayer } from 'vorleser/react';
