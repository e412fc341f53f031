/** What every package is to the pure folders: nothing. Their tsconfig.json maps all package names here. */
export {};
