export { SettingsPage } from './SettingsPage.tsx'
export { StartPage } from './StartPage.tsx'
