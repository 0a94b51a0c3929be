/** This package's version, the same as in package.json; Qvickly wants to know its clients'. */
export const VERSION = '0.2.0';
