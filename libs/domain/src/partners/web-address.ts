/** The form of a web address, with or without `http(s)://`; nothing else may ever become a link (no `javascript:`). */
export const webAddress = /^(https?:\/\/)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}([/:?#]\S*)?$/iu;
