export const LookupsPage = () => null
export const SlipPage = () => null
export const RegisterPage = () => null
