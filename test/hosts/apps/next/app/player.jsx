'use client';
import { useEffect } from 'react';

export function Player(attributes) {
  useEffect(() => void import('./vorleser'), []);
  return <vorleser-player {...attributes} />;
}
