'use client';
import { useEffect } from 'react';

export function Player(attributes) {
  useEffect(() => {
    void import('vorleser/define');
    void import('vorleser-espeak-ng');
  }, []);
  return <vorleser-player {...attributes} />;
}
