export const PartiesPage = () => null
export const PartyPage = () => null
export const ImportPage = () => null
