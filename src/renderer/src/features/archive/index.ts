export { StartPage } from './StartPage.tsx'
export const SettingsPage = () => null
