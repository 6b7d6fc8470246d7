import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startLanguage } from './language/start-language.ts';
import { startTheme } from './theme/theme.ts';
import './styles.css';

startTheme();
await startLanguage();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has an element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
