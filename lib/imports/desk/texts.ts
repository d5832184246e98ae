/** The reason of every correction that is made while an import is reviewed. Public, in the language of the sources. */
export const AT_IMPORT = 'Rättat vid importen'
