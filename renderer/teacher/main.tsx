import '../no-eval.ts';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { takeLaunchKey } from './session/launch-key.ts';

// First of all: the key must not stay in the address, where it would be seen, shared and kept in the history.
const launchKey = takeLaunchKey(window.location, window.history);

const place = document.getElementById('page');
if (!place) throw new Error('teacher.html has no #page');
createRoot(place).render(
  <StrictMode>
    <App launchKey={launchKey} />
  </StrictMode>,
);
